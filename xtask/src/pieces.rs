//! Cuts the WebAssembly into pieces, which the page loads when they are needed.
//!
//! The cut is between rustc and wasm-bindgen, where trunk has no hook. But trunk runs the first `wasm-bindgen` on
//! the PATH. For a build in pieces that is this program under another name: it splits the file with
//! `wasm-split-cli`, binds the main part with the real wasm-bindgen and optimises the other parts. When trunk is
//! done, [`add`] copies the pieces into the build.
//!
//! wasm-split-cli makes a file of each piece and of each set of pieces that shares code: dozens of small ones. Here
//! the shared ones become one piece, [`SHARED`], except large ones.

use std::collections::BTreeMap;
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, ensure};
use lol_html::{RewriteStrSettings, element};
use sha2::{Digest, Sha256};

use crate::wasm::{self, Import};
use crate::{dist, html, integrity, names};

/// The feature of the app that declares the pieces.
pub const FEATURE: &str = "split";
/// The name under which this program splits and binds.
const BINDGEN: &str = "wasm-bindgen";
/// The variable with the folder for the pieces, which also means that wasm-bindgen was run by trunk in a build in
/// pieces.
const FOLDER: &str = "ACTIVATION_LAB_PIECES";
/// The piece with the code that several other pieces share.
const SHARED: &str = "shared";
/// From this size on, in bytes before compression, what some pieces share is a file of its own, which only these load. It is
/// named after them.
const LARGE: u64 = 16_000;
/// The module that the app imports the loaders from, and the names that it imports.
const LINK: &str = "./__wasm_split.js";
const LOADER: &str = "__wasm_split_load_";
/// The names under which the parts and the hub import the main part.
const LINKED: &str = "__wasm_split";
const MAIN: &str = "main";
/// The file of the hub, see [`write_hub`].
const HUB: &str = "hub.wasm";
/// The end of the name of a WebAssembly file.
const WASM: &str = ".wasm";
/// The code with which the app loads a piece.
const LOADER_CODE: &str = include_str!("loader.js");
/// The features for binaryen's programs, as in `index.html`.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/// The folder for the pieces of the release in this repository.
pub fn folder(root: &Path) -> PathBuf {
    root.join("target/xtask/pieces")
}

/// Prepares a build in pieces with the tools on this PATH. Returns the environment for trunk.
///
/// # Errors
///
/// When the folder cannot be written.
pub fn environment(folder: &Path, path: &OsStr) -> anyhow::Result<[(&'static str, OsString); 2]> {
    let bin = folder.join("bin");
    fs::create_dir_all(&bin)?;
    let program = bin.join(BINDGEN).with_extension(env::consts::EXE_EXTENSION);
    let this = env::current_exe()?;
    if program.exists() {
        fs::remove_file(&program)?;
    }
    fs::hard_link(&this, &program).or_else(|_| fs::copy(&this, &program).map(drop))?;
    let path = env::join_paths([bin].into_iter().chain(env::split_paths(path)))?;
    Ok([("PATH", path), (FOLDER, folder.into())])
}

/// If trunk has run this program as wasm-bindgen, splits and binds.
///
/// # Errors
///
/// When a tool fails.
pub fn run_as_wasm_bindgen() -> Option<anyhow::Result<ExitCode>> {
    let folder = PathBuf::from(env::var_os(FOLDER)?);
    let mut args = env::args_os();
    let program = PathBuf::from(args.next()?);
    if program.file_stem() != Some(OsStr::new(BINDGEN)) {
        return None;
    }
    Some(bind(&folder, args.collect()))
}

/// Does what wasm-bindgen does with these arguments; with a file as an argument, splits it before.
fn bind(folder: &Path, mut args: Vec<OsString>) -> anyhow::Result<ExitCode> {
    let bin = folder.join("bin");
    let inherited = env::var_os("PATH").unwrap_or_default();
    let real = env::join_paths(env::split_paths(&inherited).filter(|dir| *dir != bin))?;
    let bindgen = |args: &[OsString]| {
        let mut command = Command::new(BINDGEN);
        command.args(args).env("PATH", &real);
        command
    };
    let is_wasm = |arg: &&mut OsString| Path::new(*arg).extension() == Some(OsStr::new("wasm"));
    let Some(input) = args.iter_mut().find(is_wasm) else {
        // trunk asks for the version.
        let status = bindgen(&args).status()?;
        return Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    };
    let name = Path::new(input).file_stem().context("the WebAssembly has a name")?.to_owned();
    let name = name.to_string_lossy().into_owned();
    let split = folder.join("split");
    for dir in [&split, &folder.join("done")] {
        if dir.exists() {
            fs::remove_dir_all(dir)?;
        }
        fs::create_dir_all(dir)?;
    }
    let mut cli = Command::new("wasm-split-cli");
    cli.arg(&*input).arg(&split).args(["--target", "web", "--out-name", &name]);
    run(&mut cli)?;
    *input = split.join(&name).with_extension("wasm").into();
    args.push("--keep-lld-exports".into());
    run(&mut bindgen(&args))?;
    let pieces = finish(&split, &folder.join("done"))?;
    let out = option(&args, "--out-dir").context("trunk names a folder for wasm-bindgen")?;
    let glue = Path::new(&out).join(format!("{name}.js"));
    let main = Path::new(&out).join(format!("{name}_bg.wasm"));
    let module = format!("./{name}_bg.js");
    let (short_main, short_glue) =
        names::shorten(&fs::read(&main)?, &fs::read_to_string(&glue)?, &module)?;
    fs::write(main, short_main)?;
    fs::write(glue, linked(&short_glue, &pieces)?)?;
    Ok(ExitCode::SUCCESS)
}

/// The value of an option, given as `--option=value` or `--option value`.
fn option(args: &[OsString], name: &str) -> Option<OsString> {
    let of = |arg: &OsString| arg.to_str()?.strip_prefix(name)?.strip_prefix('=').map(Into::into);
    let next = || Some(args.get(args.iter().position(|arg| arg == name)? + 1)?.clone());
    args.iter().find_map(of).or_else(next)
}

/// The files that each piece needs.
type Needs = BTreeMap<String, Vec<String>>;

/// Merges and optimises the parts that wasm-split-cli has written into `split`.
fn finish(split: &Path, done: &Path) -> anyhow::Result<Needs> {
    let link = fs::read_to_string(split.join(LINK))?;
    let mut parts: Vec<PathBuf> =
        fs::read_dir(split)?.map(|entry| Ok(entry?.path())).collect::<anyhow::Result<Vec<_>>>()?;
    let is_chunk = |path: &PathBuf| file_starts_with(path, "chunk_");
    parts.retain(|path| is_chunk(path) || file_starts_with(path, "split_"));
    parts.sort();
    let hub = write_hub(split, &parts)?;
    let mut needs: Needs =
        piece_names(&link).into_iter().map(|piece| (piece.to_owned(), Vec::new())).collect();
    let mut chunks = Vec::new();
    for chunk in parts.into_iter().filter(is_chunk) {
        let users = users(&link, &chunk.file_stem().unwrap_or_default().to_string_lossy());
        if users.is_empty() || fs::metadata(&chunk)?.len() < LARGE {
            chunks.push(chunk);
            continue;
        }
        let name = users.join("-");
        optimize(&chunk, &done.join(&name).with_extension("wasm"))?;
        for user in users {
            needs.entry(user.to_owned()).or_default().push(name.clone());
        }
    }
    let mut always = Vec::new();
    if !chunks.is_empty() {
        let merged = split.join("shared.wasm");
        run(&mut merge(&[(&hub, LINKED)], &chunks, &merged))?;
        optimize(&merged, &done.join(SHARED).with_extension("wasm"))?;
        always.push(SHARED.to_owned());
    }
    for (piece, files) in &mut needs {
        let part = split.join(format!("split_{piece}.wasm"));
        files.splice(0..0, always.iter().cloned());
        // A piece whose code is all shared has no file.
        if part.exists() {
            optimize(&part, &done.join(piece).with_extension("wasm"))?;
            files.push(piece.clone());
        }
    }
    ensure!(!needs.is_empty(), "wasm-split-cli has found no pieces: is the feature `split` on?");
    Ok(needs)
}

/// The names of the pieces in the module that wasm-split-cli writes.
fn piece_names(link: &str) -> Vec<&str> {
    let names = link.lines().filter_map(|line| {
        let name = line.strip_prefix("export const ")?.strip_prefix(LOADER)?;
        name.split(' ').next()
    });
    names.collect()
}

/// The pieces that need a chunk, in alphabetical order.
fn users<'a>(link: &'a str, chunk: &str) -> Vec<&'a str> {
    let needs = |piece: &&str| {
        let loader = link.split(&format!("{LOADER}{piece} ")).nth(1);
        let list = loader.and_then(|loader| loader.split("]));").next()?.rsplit('[').next());
        let wanted = format!("__{chunk}");
        list.is_some_and(|list| list.split(", ").any(|one| one == wanted))
    };
    let mut users: Vec<_> = piece_names(link).into_iter().filter(needs).collect();
    users.sort_unstable();
    users
}

fn file_starts_with(path: &Path, start: &str) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(start))
}

/// Writes the hub of these parts. All of them import the memory, the table and globals of the main part. wasm-merge
/// would not see that they are the same, so the hub imports each once and passes it on.
fn write_hub(split: &Path, parts: &[PathBuf]) -> anyhow::Result<PathBuf> {
    let mut imports = BTreeMap::new();
    for part in parts {
        let all = wasm::imports(&fs::read(part)?)?.into_iter();
        let of_main = all.filter(|import| import.module == LINKED);
        imports.extend(of_main.map(|import| (import.name.clone(), import)));
    }
    let (text, hub) = (split.join("hub.wat"), split.join(HUB));
    fs::write(&text, hub_of(&imports))?;
    run(Command::new("wasm-as").args(FEATURES).arg(text).arg("-o").arg(&hub))?;
    Ok(hub)
}

/// The command that merges parts into one. `before` are modules with the names under which the parts import them.
fn merge(before: &[(&Path, &str)], parts: &[PathBuf], merged: &Path) -> Command {
    let mut command = Command::new("wasm-merge");
    // The hub exports what the main part exports already. If its exports were skipped, the parts would not find them.
    command.args(FEATURES).arg("--rename-export-conflicts");
    for (module, name) in before {
        command.arg(module).arg(name);
    }
    for (index, part) in parts.iter().enumerate() {
        command.arg(part).arg(format!("part{index}"));
    }
    command.arg("-o").arg(merged);
    command
}

/// The text form of a module that imports all of this from the main part and exports it again.
fn hub_of(imports: &BTreeMap<String, Import>) -> String {
    let passed_on = imports.values().map(|Import { name, kind, of_type, .. }| {
        format!(
            "(import \"{MAIN}\" \"{name}\" ({kind} ${name} {of_type}))\n(export \"{name}\" ({kind} ${name}))\n"
        )
    });
    format!("(module\n{})\n", passed_on.collect::<String>())
}

fn optimize(part: &Path, done: &Path) -> anyhow::Result<()> {
    run(Command::new("wasm-opt").arg("-Oz").args(FEATURES).arg(part).arg("-o").arg(done))
}

/// The module of wasm-bindgen with the code that loads the pieces.
fn linked(glue: &str, pieces: &Needs) -> anyhow::Result<String> {
    let from = format!(" from \"{LINK}\"");
    let mut linked = String::new();
    let mut imports = 0;
    for line in glue.lines() {
        let name = line
            .strip_prefix("import * as ")
            .and_then(|line| line.trim_end_matches(';').strip_suffix(&*from));
        match name {
            Some(name) => {
                imports += 1;
                linked += &format!("const {name} = pieceLoaders;\n");
            }
            None => linked += &format!("{line}\n"),
        }
    }
    ensure!(imports > 0, "the module of wasm-bindgen does not import {LINK}");
    Ok(format!("const PIECES = {};\n{LOADER_CODE}{linked}", serde_json::to_string(pieces)?))
}

/// Copies the pieces in `folder` into a build, and writes their names and hashes into its pages for boot.js. They are in the
/// folder of the main file. The files that a page lists already get a hash as well.
///
/// # Errors
///
/// When a file cannot be read or written.
pub fn add(dist: &Path, folder: &Path) -> anyhow::Result<()> {
    let mut pieces = List::new();
    for (file, content) in dist::files(&folder.join("done"))? {
        let name = file.trim_end_matches(".wasm");
        pieces.insert(name.to_owned(), add_file(dist, &file, &content)?);
    }
    for page in dist::pages(dist)? {
        let page = dist.join(page);
        let text = fs::read_to_string(&page)?;
        let mut list = pieces.clone();
        for (name, [file, _]) in list_of(&text)? {
            let path = dist.join(&file);
            let content =
                fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            list.insert(name, add_file(dist, &file, &content)?);
            fs::remove_file(path)?;
        }
        fs::write(page, listed(&text, &serde_json::to_string(&list)?)?)?;
    }
    Ok(())
}

/// Writes a file under a name with its hash into a build. Returns that name, and the hash that browsers check.
fn add_file(dist: &Path, file: &str, content: &[u8]) -> anyhow::Result<[String; 2]> {
    let (name, extension) = file.rsplit_once('.').context("a piece has an extension")?;
    let hash = dist::short_hash(Sha256::new_with_prefix(content));
    let address = format!("{name}-{hash}.{extension}");
    fs::write(dist.join(&address), content)?;
    Ok([address, integrity::hash(content)])
}

/// The page with the list of the pieces.
fn listed(page: &str, list: &str) -> anyhow::Result<String> {
    let script = element!("script[data-wasm]", |script| {
        script.set_attribute("data-pieces", list)?;
        Ok(())
    });
    html::rewrite(page, RewriteStrSettings::new().append_element_content_handler(script))
}

/// The file and the hash of each piece, by its name.
type List = BTreeMap<String, [String; 2]>;

/// The list of the pieces in a page.
fn list_of(page: &str) -> anyhow::Result<List> {
    let mut pieces = List::new();
    html::visit(page, "script[data-pieces]", |script| {
        let list = html::attribute(script, "data-pieces")?.replace("&quot;", "\"");
        let list: List =
            serde_json::from_str(&list).context("data-pieces is not the list of the pieces")?;
        pieces.extend(list);
        Ok(())
    })?;
    Ok(pieces)
}

/// The files of the WebAssembly's pieces that a page names.
///
/// # Errors
///
/// When the list in the page is damaged.
pub fn files(page: &str) -> anyhow::Result<Vec<String>> {
    let files = list_of(page)?.into_values().map(|[file, _]| file);
    Ok(files.filter(|file| file.ends_with(WASM)).collect())
}

/// The other files that a page names as pieces, each with the name of the piece.
///
/// # Errors
///
/// When the list in the page is damaged.
pub fn others(page: &str) -> anyhow::Result<Vec<(String, String)>> {
    let files = list_of(page)?.into_iter().map(|(name, [file, _])| (name, file));
    Ok(files.filter(|(_, file)| !file.ends_with(WASM)).collect())
}

/// Merges the pieces of a build into its main file. `path` is the PATH with binaryen's programs.
///
/// # Errors
///
/// When wasm-merge fails.
pub fn whole(dist: &Path, main: &str, pieces: &[String], path: &OsStr) -> anyhow::Result<Vec<u8>> {
    let folder = folder(dist.parent().context("a build has a folder")?);
    let (main, hub) = (dist.join(main), folder.join("split").join(HUB));
    let pieces: Vec<_> = pieces.iter().map(|piece| dist.join(piece)).collect();
    let whole = folder.join("whole.wasm");
    run(merge(&[(&main, MAIN), (&hub, LINKED)], &pieces, &whole).env("PATH", path))?;
    fs::read(&whole).with_context(|| format!("{} cannot be read", whole.display()))
}

/// Runs a tool without output, unless it fails.
fn run(command: &mut Command) -> anyhow::Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().with_context(|| format!("{program} cannot be run"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{program} failed:\n{said}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{
        FEATURES, Import, Needs, add, files, hub_of, integrity, linked, list_of, listed, option,
        others, piece_names, users,
    };

    #[test]
    fn the_features_are_those_of_the_page() {
        let page = include_str!("../../index.html");
        let params = format!("data-wasm-opt-params=\"{}\"", FEATURES.join(" "));
        assert!(page.contains(&params), "index.html lacks {params}");
    }

    #[test]
    fn the_output_folder_is_found_in_both_forms() {
        let args = |list: &[&str]| list.iter().map(Into::into).collect::<Vec<_>>();
        let expected = Some("a/b".into());
        assert_eq!(option(&args(&["x", "--out-dir=a/b"]), "--out-dir"), expected);
        assert_eq!(option(&args(&["--out-dir", "a/b", "x"]), "--out-dir"), expected);
        assert_eq!(option(&args(&["--out-name=c"]), "--out-dir"), None);
    }

    #[test]
    fn the_pieces_are_those_with_a_loader() {
        let link = "/* a, b */\nconst __chunk_3 = makeLoad(() => {\n}, []);\n\
            export const __wasm_split_load_dead = wrapAsyncCb(makeLoad(() => {\n\
            export const __wasm_split_load_tools = wrapAsyncCb(x);\n";
        assert_eq!(piece_names(link), ["dead", "tools"]);
    }

    #[test]
    fn a_chunk_is_used_by_the_pieces_that_list_it() {
        let link = "const __chunk_1 = makeLoad(() => {\n}, []);\nconst __chunk_12 = makeLoad(() => {\n}, []);\n\
            export const __wasm_split_load_typed = wrapAsyncCb(makeLoad(() => {\n f([1]);\n}, [__chunk_1, __chunk_12]));\n\
            export const __wasm_split_load_dead = wrapAsyncCb(makeLoad(() => {\n}, [__chunk_12]));\n";
        assert_eq!(users(link, "chunk_1"), ["typed"]);
        assert_eq!(users(link, "chunk_12"), ["dead", "typed"]);
        assert_eq!(users(link, "chunk_2"), [""; 0]);
    }

    #[test]
    fn the_hub_passes_on_what_it_imports() {
        let import = |name: &str, kind, of_type: &str| {
            let (module, name) = ("__wasm_split".to_owned(), name.to_owned());
            (name.clone(), Import { module, name, kind, of_type: of_type.to_owned() })
        };
        let imports = [import("memory", "memory", "21"), import("sp", "global", "(mut i32)")];
        assert_eq!(
            hub_of(&imports.into()),
            "(module\n(import \"main\" \"memory\" (memory $memory 21))\n\
             (export \"memory\" (memory $memory))\n\
             (import \"main\" \"sp\" (global $sp (mut i32)))\n\
             (export \"sp\" (global $sp))\n)\n"
        );
    }

    #[test]
    fn the_module_contains_the_loaders_in_the_place_of_the_imports() {
        let needs = Needs::from([("dead".into(), vec!["shared".into(), "dead".into()])]);
        let glue = "import * as import1 from \"./__wasm_split.js\"\nlet wasm;\n";
        let with_loaders = linked(glue, &needs).unwrap();
        assert!(with_loaders.starts_with("const PIECES = {\"dead\":[\"shared\",\"dead\"]};\n"));
        assert!(with_loaders.ends_with("const import1 = pieceLoaders;\nlet wasm;\n"));
        assert!(!with_loaders.contains("\nimport "));
        assert!(linked("let wasm;\n", &needs).is_err());
    }

    #[test]
    fn files_that_a_page_lists_get_a_hash_beside_the_pieces() {
        let root = std::env::temp_dir().join(format!("xtask-pieces-{}", std::process::id()));
        let (dist, done) = (root.join("dist"), root.join("done"));
        fs::create_dir_all(&dist).unwrap();
        fs::create_dir_all(&done).unwrap();
        let page = "<script src=\"./boot.js\" data-wasm=\"./a.wasm\" \
            data-pieces=\"{&quot;gallery&quot;:[&quot;gallery-ko.txt&quot;,&quot;&quot;]}\"></script>";
        fs::write(dist.join("index.html"), page).unwrap();
        fs::write(dist.join("gallery-ko.txt"), "a").unwrap();
        fs::write(done.join("dead.wasm"), "b").unwrap();
        add(&dist, &root).unwrap();
        let list = list_of(&fs::read_to_string(dist.join("index.html")).unwrap()).unwrap();
        assert_eq!(list.keys().collect::<Vec<_>>(), ["dead", "gallery"]);
        for ([file, hash], content) in list.values().zip(["b", "a"]) {
            assert_eq!(fs::read_to_string(dist.join(file)).unwrap(), content);
            assert_eq!(*hash, integrity::hash(content.as_bytes()));
        }
        assert!(!dist.join("gallery-ko.txt").exists());
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn the_page_names_the_pieces() {
        let page =
            "<script src=\"./boot.js\" data-module=\"./a.js\" data-wasm=\"./a.wasm\"></script>";
        assert!(files(page).unwrap().is_empty());
        let list = r#"{"dead":["dead-1.wasm","sha384-x"],"gallery":["gallery-1.txt",""]}"#;
        let page = listed(page, list).unwrap();
        assert_eq!(files(&page).unwrap(), ["dead-1.wasm"]);
        assert_eq!(others(&page).unwrap(), [("gallery".into(), "gallery-1.txt".into())]);
        assert!(files(&page.replace("sha384-x", "")).is_ok());
        assert!(files(&page.replace("[", "{")).is_err());
    }
}
