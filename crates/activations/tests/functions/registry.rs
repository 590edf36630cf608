//! The list of functions agrees with the files, and every entry is complete.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use activations::Body;
use activations::MAX_PARAMETERS;
use activations::all;

#[test]
fn ids_equal_the_file_names() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/functions");
    let mut files: Vec<_> = fs::read_dir(directory)
        .expect("the functions' directory")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| path.file_stem().expect("a name").to_string_lossy().replace('_', "-"))
        .filter(|name| name != "mod")
        .collect();
    files.sort();
    let mut ids: Vec<_> = all().map(|activation| activation.id.to_owned()).collect();
    ids.sort();
    assert_eq!(ids, files);
}

#[test]
fn ids_are_unique_and_found() {
    let ids: HashSet<_> = all().map(|activation| activation.id).collect();
    assert_eq!(ids.len(), all().count());
    for activation in all() {
        assert_eq!(activations::Activation::find(activation.id), Some(activation));
        let is_plain =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        assert!(activation.id.chars().all(is_plain), "{}", activation.id);
    }
    assert_eq!(activations::Activation::find("Sigmoid"), None);
    assert_eq!(activations::Activation::find(""), None);
}

#[test]
fn parameters_are_declared_well() {
    for activation in all() {
        assert!(activation.parameters.len() <= MAX_PARAMETERS, "{}", activation.id);
        let keys: HashSet<_> = activation.parameters.iter().map(|one| one.key).collect();
        assert_eq!(keys.len(), activation.parameters.len(), "{}", activation.id);
        for parameter in activation.parameters {
            assert!(parameter.min < parameter.max, "{}", parameter.key);
            assert!((parameter.min..=parameter.max).contains(&parameter.default));
        }
    }
}

/// A link contains only `slope=0.5`, so an alias must have the same meaning for every function.
#[test]
fn a_key_belongs_to_one_function() {
    let mut seen = HashSet::new();
    for activation in all() {
        for parameter in activation.parameters {
            let expected = format!("{}.{}", activation.id, parameter.name());
            assert_eq!(parameter.key, expected);
            assert!(seen.insert(parameter.link_key()), "{}", parameter.key);
            // The functions of the library come after the links that have only short keys.
            assert_eq!(parameter.alias.is_some(), activation.lesson.is_some(), "{expected}");
        }
    }
}

#[test]
fn the_lesson_explains_six_functions_and_each_has_its_colour() {
    let taught = all().filter(|activation| activation.is_taught());
    let ids: Vec<_> = taught.map(|activation| activation.id).collect();
    assert_eq!(ids, ["sigmoid", "tanh", "relu", "leaky-relu", "elu", "maxout"]);
    let colours = all().filter_map(|activation| activation.lesson).map(|one| one.colour);
    let colours: Vec<_> = colours.collect();
    assert_eq!(colours.iter().collect::<HashSet<_>>().len(), colours.len());
}

#[test]
fn lines_are_pairs_of_parameters() {
    for activation in all() {
        for place in activation.lines.iter().flatten() {
            assert!(*place < activation.parameters.len(), "{}", activation.id);
        }
    }
}

#[test]
fn every_function_has_its_formulas_and_its_source() {
    for activation in all() {
        let id = activation.id;
        let Body { formula, derivative, source, .. } = activation.body();
        assert!(formula.contains("(x) = "), "{id}");
        assert!(derivative.contains("'(x) = "), "{id}");
        assert!((1900..2100).contains(&source.year), "{id}");
        for text in [source.authors, source.title, source.venue] {
            assert!(!text.is_empty(), "{id}");
        }
    }
}

/// The places that have names of functions.
const PLACES: [&str; 6] = ["PyTorch", "JAX", "Keras", "TensorFlow", "ONNX", "Other"];

#[test]
fn names_are_lines_of_a_place_and_its_names() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/functions/names");
    for activation in all() {
        let file = folder.join(format!("{}.txt", activation.id));
        let text = fs::read_to_string(file).expect("every function has names");
        for line in text.lines() {
            let (place, names) = line.split_once(": ").expect("a place and its names");
            assert!(PLACES.contains(&place), "{line}");
            assert!(!names.trim().is_empty(), "{line}");
        }
        let names = activations::names::names(activation);
        assert!(names.all().count() > 0, "{}", activation.id);
    }
}
