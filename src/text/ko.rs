//! 한국어.

use super::content::KO;
use super::{Card, Explorer, Heading, Page, Text};
use crate::activations::{Monotone, Parity, Smoothness};

pub static TEXT: Text = Text {
    id: "ko",
    language: "한국어",
    content: &KO,
    page: Page {
        title: "활성화 함수 실험실",
        choose_language: "언어",
        choose_theme: "화면 색",
        theme_system: "시스템 설정",
        theme_light: "밝게",
        theme_dark: "어둡게",
        copy_link: "링크 복사",
        link_copied: "링크를 복사했습니다",
        copy_by_hand: "아래 주소를 직접 복사해 주세요",
        presets: "모아 보기",
        reset: |label| format!("{label}: 처음 값으로"),
        exact_number: |label| format!("{label}: 숫자로 입력"),
        data_table: "그래프의 수치를 표로 보기",
        readouts: "현재 위치의 값",
        plot: "그래프 위의 위치 x",
        plot_help: "그래프를 누르거나 끌면 x가 움직입니다. 키보드로는 ← → 키(Shift를 함께 누르면 열 배), Home과 End 키를 쓰세요.",
        interval: |_demo, low| {
            Some(match low {
                "min" => "입력 범위",
                "ymin" => "세로축 범위",
                _ => return None,
            })
        },
        parameters_of: |name| format!("{name}의 파라미터"),
        hint: |demo, function| {
            (demo == "explorer" && function == "maxout")
                .then_some("그래프의 동그란 손잡이를 끌어서 두 직선을 직접 옮길 수도 있습니다.")
        },
        function: "함수",
        note: "이 위치에서는",
    },
    demos: &[(
        "explorer",
        Heading {
            title: "함수와 기울기 살펴보기",
            lead: "함수를 고르고 슬라이더를 움직여 보세요. <strong>실선</strong>은 함수의 값 <i>f</i>(<i>x</i>), <strong>점선</strong>은 역전파(backpropagation)에 쓰이는 기울기(gradient) <i>f</i>′(<i>x</i>)입니다.",
        },
    )],
    explorer: Explorer {
        value: "값 f(x)",
        gradient: "기울기 f′(x)",
        tangent: "접선",
        saturated: "포화(saturation) 구간: 표시된 모든 함수의 기울기가 0.01보다 작습니다",
        one_sided: "한쪽에서 다가간 극한값",
        convention: "그 점에서 프레임워크가 쓰는 값",
        handle: "끌어서 Maxout의 직선을 옮기는 손잡이",
        columns: ["f(x)", "f′(x)"],
        saturated_here: "포화: 기울기가 0에 가깝습니다",
        no_gradient_here: "기울기가 0이라 학습 신호가 전달되지 않습니다",
        kink_here: |left, right, used| {
            format!("미분 불가능: 왼쪽 {left} · 오른쪽 {right} · 프레임워크는 {used} 사용")
        },
        jump_here: |left, right, used| {
            format!(
                "값이 끊겨 미분 불가능: 왼쪽 {left} · 오른쪽 {right} · 프레임워크는 {used} 사용"
            )
        },
        outside: |x| format!("x = {x}은(는) 그래프의 입력 범위 밖에 있습니다."),
        nothing_shown: "표시할 함수를 하나 이상 골라 주세요.",
        describe: |show, names, low, high| {
            let what = match show {
                "value" => "값",
                "gradient" => "기울기",
                "overlay" => "값과 기울기(한 그래프에 겹침)",
                _ => "값과 기울기(위아래 두 그래프)",
            };
            format!("입력 {low}부터 {high}까지 그린 그래프입니다. 함수: {names}. 표시: {what}.")
        },
        describe_probe: |name, x, value, gradient| {
            format!("{name}: x가 {x}일 때 값 {value}, 기울기 {gradient}.")
        },
        describe_saturated: |low, high| format!("{low}부터 {high}까지는 포화 구간입니다."),
    },
    card: Card {
        heading: "여섯 함수, 한 장씩",
        lead: "각 함수의 식과 성질, 장단점을 한 장에 모았습니다. 파라미터가 있는 함수는 위에서 고른 값에 맞춰 내용이 바뀝니다. 항등 함수와 계단 함수는 비교를 위해 함께 실었습니다.",
        show: |name| format!("{name} 그래프 보기"),
        formula: "식",
        derivative: "도함수",
        advantages: "장점",
        drawbacks: "단점",
        no_drawbacks: "이 글에서 따로 꼽는 단점은 없습니다.",
        notes: "바로 알기",
        facts: "성질",
        range: "치역",
        only_two_values: |low, high| format!("{{{low}, {high}}} (두 값뿐)"),
        zero_centred: "영점 중심(zero-centered)",
        yes: "예",
        no: "아니요",
        monotone: "단조성",
        monotone_is: |monotone| match monotone {
            Monotone::Increasing => "항상 증가",
            Monotone::NonDecreasing => "감소하지 않음",
            Monotone::Decreasing => "항상 감소",
            Monotone::NonIncreasing => "증가하지 않음",
            Monotone::Constant => "상수",
            Monotone::No => "단조가 아님 (감소하다가 증가)",
        },
        parity: "대칭성",
        parity_is: |parity| match parity {
            Parity::Odd => "원점 대칭 (홀함수)",
            Parity::Even => "y축 대칭 (짝함수)",
            Parity::Neither => "없음",
        },
        smoothness: "매끄러움",
        smoothness_is: |smoothness| match smoothness {
            Smoothness::Discontinuous => "불연속",
            Smoothness::Continuous => "연속이지만 꺾임 (C⁰)",
            Smoothness::Once => "한 번 미분한 것까지 연속 (C¹)",
            Smoothness::Infinite => "끝없이 미분 가능 (C∞)",
        },
        slopes_at_infinity: "양 끝의 기울기 (x → −∞, x → ∞)",
        kink: "미분 불가능한 점",
        no_kink: "없음",
        kink_is: |at, left, right, used| {
            format!("x = {at} (왼쪽 {left}, 오른쪽 {right}, 프레임워크는 {used} 사용)")
        },
        source: "출처",
    },
    control: |_demo, key| {
        Some(match key {
            "f" => "함수",
            "show" => "표시",
            "min" => "입력 최솟값",
            "max" => "입력 최댓값",
            "x" => "위치 x",
            "slope" => "음수 쪽 기울기",
            "alpha" => "α (알파)",
            "w1" => "기울기 w₁",
            "b1" => "절편 b₁",
            "w2" => "기울기 w₂",
            "b2" => "절편 b₂",
            "fixy" => "세로축 고정",
            "ymin" => "세로축 최솟값",
            "ymax" => "세로축 최댓값",
            _ => return None,
        })
    },
    option: |key, option| {
        Some(match (key, option) {
            ("show", "both") => "위아래로",
            ("show", "overlay") => "겹쳐 보기",
            ("show", "value") => "값만",
            ("show", "gradient") => "기울기만",
            _ => return None,
        })
    },
    preset: |id| {
        Some(match id {
            "relu-family" => "ReLU 계열",
            "s-shapes" => "S자 모양",
            "all-six" => "여섯 함수 모두",
            _ => return None,
        })
    },
    picture: |id| {
        Some(match id {
            "value" => "값 f(x)",
            "gradient" => "기울기 f′(x)",
            "overlay" => "값 f(x)와 기울기 f′(x)",
            _ => return None,
        })
    },
};
