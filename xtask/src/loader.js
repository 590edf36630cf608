// Loads pieces of the WebAssembly for the app. `cargo xtask build` puts this code and the list of the pieces in the
// place of an import in the module of wasm-bindgen. `window.piece` (boot.js) fetches the files. That of the
// single file has none, because its main file contains all of the code.
const loading = new Map();
const loadPiece = (name) => {
  const instantiate = async () => {
    const source = await window.piece?.(name);
    if (!source) return;
    const imports = { __wasm_split: wasm, main: wasm };
    if (source instanceof Response) await WebAssembly.instantiateStreaming(source, imports);
    else await WebAssembly.instantiate(source, imports);
  };
  if (!loading.has(name)) {
    const piece = instantiate();
    // The next call tries again.
    piece.catch(() => loading.delete(name));
    loading.set(name, piece);
  }
  return loading.get(name);
};
// Each function of the app that loads a piece passes a callback and its data.
const loaderOf = ([name, files]) => [
  `__wasm_split_load_${name}`,
  async (callback, data) => {
    const isLoaded = await Promise.all(files.map(loadPiece)).then(
      () => true,
      (error) => {
        console.warn(error);
        return false;
      },
    );
    wasm.__indirect_function_table.get(callback)(data, isLoaded);
  },
];
const pieceLoaders = Object.fromEntries(Object.entries(PIECES).map(loaderOf));
