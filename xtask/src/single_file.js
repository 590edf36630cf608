// Where boot.js finds the app in the single file: the JavaScript of wasm-bindgen stands above, within the same function,
// and the WebAssembly in an element of its own.
window.unpack = async () => {
  // What such a browser lacks first; boot.js then says that it is too old.
  if (typeof DecompressionStream !== "function") throw new WebAssembly.CompileError("no DecompressionStream");
  const packed = atob(document.getElementById("wasm").textContent);
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const wasm = new Response(unpacked, { headers: { "content-type": "application/wasm" } });
  return { app: { default: __wbg_init }, wasm };
};
