// Returns the parts of the app to boot.js. The JavaScript of wasm-bindgen is above, in the same function. The
// WebAssembly and the other files are in script elements.
const unpacked = (id, type) => {
  const packed = atob(document.getElementById(id).textContent);
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "content-type": type } });
};
window.unpack = async () => {
  // A browser without this is reported as too old by boot.js.
  if (typeof DecompressionStream !== "function") throw new WebAssembly.CompileError("no DecompressionStream");
  return { app: { default: __wbg_init }, wasm: unpacked("wasm", "application/wasm") };
};
// The main file contains the pieces of the WebAssembly, so that only other pieces are there.
window.piece = async (name) => {
  const id = `piece-${name}`;
  return document.getElementById(id) && unpacked(id, "text/plain").arrayBuffer();
};
