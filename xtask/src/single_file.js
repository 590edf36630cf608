// Returns the parts of the app to boot.js. The JavaScript of wasm-bindgen is above, in the same function. The
// WebAssembly is in a script element.
window.unpack = async () => {
  // A browser without this is reported as too old by boot.js.
  if (typeof DecompressionStream !== "function") throw new WebAssembly.CompileError("no DecompressionStream");
  const packed = atob(document.getElementById("wasm").textContent);
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const wasm = new Response(unpacked, { headers: { "content-type": "application/wasm" } });
  return { app: { default: __wbg_init }, wasm };
};
