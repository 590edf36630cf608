//! 한국어.

mod script;

use super::content::KO;
use super::{
    Alpha, Card, Chain, Classify, Collapse, Dead, Descent, Explorer, Export, Guess, Heading,
    Maxout, Neuron, Number, Page, Text, Transport,
};
use crate::markup::{Html, html};
use crate::models::maxout::Spread;
use activations::{Monotone, Parity, Smoothness, Trend};

pub static TEXT: Text = Text {
    id: "ko",
    language: "한국어",
    content: &KO,
    page: Page {
        title: "활성화 함수 실험실",
        choose_language: "언어",
        choose_theme: "테마",
        theme_system: "시스템 설정",
        theme_light: "밝게",
        theme_dark: "어둡게",
        copy_link: "링크 복사",
        link_copied: "링크를 복사했습니다",
        copy_by_hand: "아래 주소를 직접 복사해 주세요",
        presets: "예시",
        share: "공유",
        share_as: "넣을 곳",
        share_locks: "고정할 값 (학생이 바꿀 수 없습니다)",
        share_format: |format| {
            Some(match format {
                "link" => "학생에게 줄 링크",
                "html" => "블로그(HTML)",
                "iframe" => "HTML, 스크립트 없이",
                "markdown" => "Markdown(그림과 링크)",
                "jupyter" => "Jupyter 노트북",
                "quarto" => "Quarto, reveal.js 슬라이드",
                "bibtex" => "인용(BibTeX)",
                _ => return None,
            })
        },
        locked: "이 링크를 만든 사람이 흐리게 보이는 값을 고정해 두었습니다.",
        at_most: |most| {
            format!("함수는 한 번에 {most}개까지 볼 수 있습니다. 먼저 다른 함수를 빼 주세요.")
        },
        full_page: "활성화 함수 실험실에서 크게 보기",
        reset: |label| format!("{label}: 처음 값으로"),
        exact_number: |label| format!("{label}: 숫자로 입력"),
        number: Number {
            unread: |typed| {
                format!("‘{typed}’: 숫자로 읽을 수 없습니다. 0.5, -3, 1e-3처럼 적어 주세요.")
            },
            limited: |low, high, taken| {
                format!("{low} ~ {high} 범위를 벗어나 가장 가까운 값({taken})을 넣었습니다.")
            },
            rounded: |taken| format!("정수만 쓸 수 있어 가장 가까운 값({taken})을 넣었습니다."),
        },
        unknown_view: "이 링크가 가리키는 화면을 찾지 못해 첫 화면을 열었습니다.",
        data_table: "그래프의 수치를 표로 보기",
        contents: "차례",
        previous: |title| format!("이전: {title}"),
        next: |title| format!("다음: {title}"),
        onward: "이전과 다음",
        notes: "흔한 오해",
        transport: Transport {
            name: "재생",
            play: "재생",
            pause: "일시 정지",
            to_start: "맨 앞으로",
            back: "한 단계 뒤로",
            on: "한 단계 앞으로",
            to_end: "맨 끝으로",
            speed: "속도",
            repeat: "반복",
        },
        interval: |_demo, low| {
            Some(match low {
                "min" => "입력 범위",
                "ymin" => "세로축 범위",
                _ => return None,
            })
        },
        parameters_of: |name| format!("{name}의 매개변수"),
        hint: |demo, function| {
            (demo == "explorer" && function == "maxout")
                .then_some("그래프의 동그란 손잡이를 끌어서 두 직선을 직접 옮길 수도 있습니다.")
        },
        export: Export {
            name: "내보내기",
            picture: "그림",
            save_picture: "그림 저장",
            save_numbers: "수치 저장",
            no_picture: "브라우저가 이 그림을 만들지 못했습니다. 더 작은 크기나 SVG로 저장해 보세요.",
            saved: |name| format!("{name} 파일을 브라우저에 넘겼습니다."),
            open_saved: "새 탭에서 파일 열기",
            saved_nowhere: "저장되지 않았다면 새 탭에서 열어 저장해 보세요. 메신저 안의 브라우저는 저장을 막기도 합니다. 그럴 때는 이 페이지를 Safari나 Chrome 같은 브라우저에서 열어 주세요.",
            open: "내보낸 파일 열기",
            open_help: "여기서 저장한 PNG와 SVG 파일에는 그 화면의 링크가 들어 있습니다. 파일을 고르거나 페이지 아무 데나 끌어다 놓으면 그 화면으로 돌아갑니다.",
            opened: "파일에 담긴 화면으로 돌아왔습니다.",
            foreign: "이 파일에는 여기 화면의 정보가 없습니다. 여기서 내보낸 PNG와 SVG 파일만 열 수 있습니다.",
            too_large: "파일이 너무 커서 열지 않았습니다. 여기서 내보낸 파일은 이만큼 크지 않습니다.",
            unreadable: "파일을 읽지 못했습니다.",
            code: "코드로 보기",
            code_language: "언어",
            copy_code: "복사",
            code_copied: "복사했습니다",
            copy_code_by_hand: "내용을 선택해 직접 복사해 주세요",
        },
        guess: Guess {
            name: "먼저 맞혀 보기",
            which: "어느 그래프를 맞혀 볼까요?",
            no_curve: "지금은 맞혀 볼 곡선이 없습니다. 함수를 고르거나 재생을 더 진행해 보세요.",
            draw: "곡선을 숨겼습니다. 어떤 모양일지 먼저 그려 보세요.",
            how: "마우스나 손가락으로 그래프 위에 그립니다. 같은 자리를 다시 지나가면 고쳐집니다. 키보드로는 ← → 키로 나아가고 ↑ ↓ 키로 높이를 바꾼 뒤 Enter 키로 확인합니다.",
            series: "맞혀 볼 함수",
            reveal: "확인",
            clear: "지우기",
            stop: "그만두기",
            again: "다시 그리기",
            hidden: "맞혀 보는 동안에는 답을 숨깁니다.",
            off: |percent| format!("세로축 높이를 100%로 볼 때 평균 {percent} 벗어났습니다."),
            verdicts: [
                "거의 똑같습니다.",
                "모양을 잘 짚었습니다.",
                "큰 흐름은 비슷합니다.",
                "예상과 많이 다릅니다. 어디서 달라졌는지 살펴보세요.",
            ],
            farthest: |place, percent| format!("가장 많이 벗어난 곳: 가로축 {place} ({percent})."),
            covered: |percent| format!("그린 구간: 곡선의 {percent}."),
            nothing: "그린 곳이 없어 비교하지 못했습니다.",
            pen: |place, height| format!("가로축 {place}, 높이 {height}"),
            pen_name: "그리는 위치",
        },
    },
    demos: &[
        (
            "explorer",
            Heading {
                plot: "그래프 위의 위치 x",
                help: "그래프를 누르거나 끌면 x가 움직입니다. 키보드로는 ← → 키(Shift를 함께 누르면 열 배), Home과 End 키를 쓰세요.",
                notes: &[],
            },
        ),
        (
            "neuron",
            Heading {
                plot: "z의 위치",
                help: "곡선 위의 점을 끌면 z가 그 자리로 옮겨 가고, 그만큼 편향 b가 바뀝니다. 나머지는 슬라이더로 바꿔 보세요.",
                notes: &[],
            },
        ),
        (
            "collapse",
            Heading {
                plot: "쌓은 층의 수",
                help: "재생 버튼를 누르면 한 층씩 쌓입니다. 가는 선은 그 층에 있는 뉴런들의 값, 굵은 선은 마지막 출력입니다. 스페이스 키는 재생과 일시 정지, ← → 키는 한 층씩 이동입니다.",
                notes: &[
                    Html::trusted(
                        "편향도 사라지지 않고 함께 접힙니다. <i>a</i>₂(<i>a</i>₁<i>x</i> + <i>c</i>₁) + <i>c</i>₂ = (<i>a</i>₂<i>a</i>₁)<i>x</i> + (<i>a</i>₂<i>c</i>₁ + <i>c</i>₂)이므로, 접은 결과는 원점을 지나는 직선이 아니라 <strong>아핀(affine) 함수</strong>입니다.",
                    ),
                    Html::trusted(
                        "선형 층만으로 학습하는 모델은 직선으로 나타낼 수 있는 관계만 배웁니다. 층이나 뉴런을 늘려도 마찬가지입니다.",
                    ),
                ],
            },
        ),
        (
            "descent",
            Heading {
                plot: "경사 하강법의 걸음",
                help: "재생 버튼을 누르면 공이 손실의 골짜기를 한 걸음씩 내려갑니다. 가중치의 초깃값 w와 학습률 η, 활성화 함수를 바꿔 보세요. 스페이스 키는 재생과 일시 정지, ← → 키는 한 걸음씩 이동입니다.",
                notes: &[
                    Html::trusted(
                        "이 예제는 데이터가 점 하나뿐이어서 손실이 0인 가중치가 있습니다. 데이터가 많으면 점마다 구한 손실의 평균을 줄이며, 그 최솟값은 보통 0이 아닙니다.",
                    ),
                    Html::trusted(
                        "기울기는 <strong>지금 자리에서</strong> 어느 쪽이 내리막인지만 알려 줍니다. 한 걸음이 크면 기울기를 잰 자리를 벗어나므로 손실이 커질 수도 있습니다.",
                    ),
                ],
            },
        ),
        (
            "classify",
            Heading {
                plot: "에포크",
                help: "재생 버튼를 누르면 두 신경망이 함께 학습합니다. 막대를 끌면 지나간 에포크로 돌아갈 수 있습니다. 스페이스 키는 재생과 일시 정지, ← → 키는 한 에포크씩 이동입니다.",
                notes: &[
                    Html::trusted(
                        "활성화 함수가 없으면 나쁘다기보다, <strong>직선으로 나눌 수 있는 데이터까지만</strong> 풀 수 있습니다. 그런 데이터라면 선형 모델로도 충분합니다.",
                    ),
                    Html::trusted(
                        "층이 깊다고 늘 더 잘 배우는 것은 아닙니다. 시그모이드를 여러 겹 쌓으면 앞쪽 층의 기울기가 사라져, 얕은 신경망보다 못할 때가 많습니다.",
                    ),
                ],
            },
        ),
        (
            "chain",
            Heading {
                plot: "재생 단계",
                help: "재생 버튼를 누르거나 막대를 끌어 한 단계씩 살펴보세요. 스페이스 키는 재생과 일시 정지, ← → 키는 한 단계 이동, Home과 End 키는 처음과 끝입니다.",
                notes: &[
                    Html::trusted(
                        "기울기는 에포크가 쌓여서가 아니라 <strong>층이 깊어서</strong> 사라집니다. 곱하는 횟수는 층의 수이며, 모두 한 번의 역전파 안에서 일어나는 일입니다.",
                    ),
                    Html::trusted(
                        "시그모이드에서 기울기가 0.25<sup><i>n</i></sup>을 넘지 않는다는 말은 |<i>w</i>| ≤ 1일 때만 맞습니다. |<i>w</i>| > 4이면 층마다 곱해지는 값이 1을 넘어 기울기가 폭주할 수도 있고, 편향이 어긋나 있으면 큰 가중치가 <i>z</i>를 포화 구간으로 밀어 오히려 더 빨리 사라집니다.",
                    ),
                    Html::trusted(
                        "“ReLU에서는 기울기가 사라지지 않는다”는 말은 <i>z</i> > 0인 층만 지나는 경로에서 맞습니다. <i>z</i> < 0인 층을 만나면 0이 곱해져 그 앞 층에는 아무것도 전해지지 않습니다.",
                    ),
                ],
            },
        ),
        (
            "dead",
            Heading {
                plot: "학습 걸음",
                help: "재생 버튼를 누르면 학습이 시작됩니다. 칸을 누르면 그 뉴런을 세 신경망에서 비교합니다. 스페이스 키는 재생과 일시 정지, ← → 키는 한 단계씩 이동입니다.",
                notes: &[
                    Html::trusted(
                        "입력 하나가 아니라 데이터의 <strong>모든</strong> 입력에서 가중합 <i>z</i>가 음수(또는 0)일 때 죽은 뉴런입니다. 그러면 ReLU의 <i>f</i>′(<i>z</i>)가 어디서나 0이라, 가중치 <i>w</i>는 물론 <strong>편향</strong> <i>b</i>와 출력 가중치 <i>v</i>가 받는 기울기까지 정확히 0이 됩니다.",
                    ),
                    Html::trusted(
                        "Leaky ReLU와 ELU에도 아무 점에도 반응하지 않는 뉴런이 생기지만, <strong>죽은 것은 아닙니다</strong>. 음수 쪽 <i>f</i>′(<i>z</i>)가 작을 뿐 0은 아니어서 계속 배우고, 손실이 줄어드는 쪽이면 되살아납니다. 다만 ELU의 기울기 α<i>e</i><sup><i>z</i></sup>은 <i>z</i>가 0보다 훨씬 작아지면 거의 사라집니다.",
                    ),
                    Html::trusted(
                        "죽은 뉴런이 “다시는 배우지 못한다”는 말은 조금 지나칩니다. 더 깊은 신경망에서는 앞쪽 층이 달라지면서 되살아나기도 합니다. 여기서는 입력이 데이터 그 자체라 달라지지 않으므로, <strong>이 실험에서는</strong> 한번 죽은 뉴런이 끝까지 죽어 있습니다.",
                    ),
                ],
            },
        ),
        (
            "alpha",
            Heading {
                plot: "경사 하강법의 걸음",
                help: "재생 버튼를 누르면 α가 손실의 골짜기를 따라 내려갑니다. 가는 곡선은 처음 모양, 굵은 곡선은 지금 모양입니다. 스페이스 키는 재생과 일시 정지, ← → 키는 한 걸음씩 이동입니다.",
                notes: &[
                    Html::trusted(
                        "α를 학습하는 ELU는 원래의 ELU가 아니라 <strong>매개변수형(parametric)</strong> 변형이고, PELU가 그중 하나입니다. Leaky ReLU의 음수 쪽 기울기를 학습하면 PReLU가 됩니다.",
                    ),
                    Html::trusted(
                        "ELU의 음수 쪽 출력은 (−α, 0) 사이의 작은 <strong>음수</strong>이고, 양수가 되는 일은 없습니다. α는 출력이 어디까지 내려갈 수 있는지를 정합니다.",
                    ),
                    Html::trusted(
                        "가중합이 0 이상이면 ∂<i>f</i>/∂α가 0입니다. α의 기울기에는 <strong>가중합이 음수인</strong> 입력만 영향을 줍니다.",
                    ),
                    Html::trusted(
                        "“ELU는 α가 있어서 ReLU보다 학습하기 어렵다”는 말은 그대로 받아들이기 어렵습니다. 원래의 α는 상수이고, ELU 논문은 오히려 더 빨리 배운다고 보고했습니다. α를 학습하면 배울 매개변수가 하나 늘어날 뿐입니다.",
                    ),
                ],
            },
        ),
        (
            "maxout",
            Heading {
                plot: "그래프 위의 위치 x",
                help: "동그란 손잡이를 끌어 보세요. x = 0에 있는 손잡이는 직선을 위아래로 옮기고, 다른 손잡이는 직선을 기울입니다. 그 밖의 곳을 누르거나 끌면 x가 움직입니다. 키보드로는 ← → 키(Shift를 함께 누르면 열 배), Home과 End 키를 쓰세요.",
                notes: &[
                    Html::trusted(
                        "여러 조각의 값이 같은 자리에서 이 페이지는 그중 첫째 조각에 기울기를 모두 줍니다. 축을 하나 지정한 PyTorch의 <code>max</code>도 그렇습니다. PyTorch의 <code>amax</code>, JAX와 Keras(JAX 백엔드)의 <code>max</code>는 값이 같은 조각들에 똑같이 나누어 줍니다.",
                    ),
                    Html::trusted(
                        "max(<i>x</i>, <i>s</i>·<i>x</i>)가 기울기 <i>s</i>인 Leaky ReLU와 같은 것은 <i>s</i> ≤ 1일 때뿐입니다. <i>s</i>가 1보다 크면 두 조각의 자리가 바뀝니다.",
                    ),
                ],
            },
        ),
    ],
    explorer: Explorer {
        readouts: "현재 위치의 값",
        note: "이 위치에서는",
        value: "값 f(x)",
        gradient: "기울기 f′(x)",
        tangent: "접선",
        saturated: "포화(saturation) 구간: 표시된 모든 함수의 기울기가 0.01보다 작습니다",
        one_sided: "한쪽에서 다가간 극한값",
        convention: "그 점에서 이 페이지가 쓰는 값",
        handle: "끌어서 Maxout의 직선을 옮기는 손잡이",
        columns: ["f(x)", "f′(x)"],
        saturated_here: "포화: 기울기가 0에 가깝습니다",
        no_gradient_here: "기울기가 0이라 학습 신호가 전달되지 않습니다",
        kink_here: |left, right, used, frameworks| {
            format!(
                "미분 불가능: 왼쪽 {left} · 오른쪽 {right} · 이 페이지에서는 {used}{frameworks}"
            )
        },
        jump_here: |left, right, used, frameworks| {
            format!(
                "값이 끊겨 미분 불가능: 왼쪽 {left} · 오른쪽 {right} · 이 페이지에서는 {used}{frameworks}"
            )
        },
        outside: |x| format!("지금 위치 x = {x}, 그래프의 입력 범위 밖입니다."),
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
    neuron: Neuron {
        readouts: "뉴런의 값과 기울기",
        note: "계산",
        quantity: "값",
        value: "지금",
        rows: [
            ("z", "w₁x₁ + w₂x₂ + b"),
            ("a", "f(z), 뉴런의 출력"),
            ("∂a/∂w₁", "f′(z)·x₁"),
            ("∂a/∂w₂", "f′(z)·x₂"),
            ("∂a/∂b", "f′(z)"),
        ],
        table: ["z", "f(z)", "f′(z)"],
        learns: Html::trusted(
            "가중치를 조금 바꾸면 출력은 그 변화에 위의 기울기를 곱한 만큼 움직입니다. 기울기는 모두 f′(z)에 비례하고, 입력의 절댓값이 클수록 그 입력의 가중치가 출력을 더 크게 바꿉니다.",
        ),
        linear: Html::trusted(
            "항등 함수를 쓰면 출력이 가중합 z 그대로라서 뉴런은 <strong>선형</strong>입니다. 기울기도 어디서나 같습니다. 다른 함수로 바꿔 비교해 보세요.",
        ),
        saturated: Html::trusted(
            "<strong>포화</strong>: f′(z)가 0에 가까워서 가중치를 조금 바꿔도 출력이 거의 움직이지 않습니다. 이런 뉴런은 아주 느리게 배웁니다.",
        ),
        learns_nothing: Html::trusted(
            "f′(z)가 0이라 세 기울기가 모두 <strong>0</strong>입니다. 이 입력으로는 가중치도 편향도 배우지 못합니다.",
        ),
        on_kink: |z, used, frameworks| {
            html!(
                "이 점(z = {z})에서는 미분할 수 없습니다. 이 페이지에서 쓰는 값: f′(z) = {used}{frameworks}.",
                z,
                used,
                frameworks
            )
        },
        adds: "더하는 값(연결선)",
        subtracts: "빼는 값(연결선)",
        tangent: "접선, 기울기는 f′(z)",
        handle: "끌 수 있는 점 (z, a)",
        describe: |name, z, a, slope| {
            format!("활성화 함수가 {name}인 뉴런입니다. z = {z}, 출력 a = {a}, f′(z) = {slope}.")
        },
    },
    collapse: Collapse {
        readouts: "쌓은 층 전체의 결과",
        note: "뜻",
        quantity: "값",
        value: "지금",
        rows: [
            ("a", "직선의 기울기(휘어졌으면 가장 잘 맞는 직선의 기울기)"),
            ("c", "그 직선의 절편"),
            ("휘어짐", "그 직선에서 가장 멀리 벗어난 거리"),
            ("조각", "곧은 조각의 수(곡선이면 ∞)"),
        ],
        table: ["x", "출력", "가장 잘 맞는 직선"],
        input: "입력 x",
        layer: |layer, width| format!("{layer}층의 뉴런 {width}개"),
        output: |depth| format!("{depth}층을 모두 지난 출력"),
        stays_a_line: |depth, line| {
            html!(
                "활성화 함수 없이 쌓은 층 {depth}개는 결국 <strong>직선 하나</strong>로 접힙니다: {line}. 층을 더해도 기울기와 절편만 달라집니다.",
                depth,
                line
            )
        },
        single: Html::trusted(
            "층이 하나뿐이면 사이에 들어갈 활성화 함수가 없어 직선 그대로입니다. 깊이를 2 이상으로 늘려 보세요.",
        ),
        bends: |name, pieces, bend| {
            html!(
                "층 사이에 {name}: 출력이 곧은 조각 {pieces}개로 꺾이고, 가장 잘 맞는 직선에서 최대 {bend}만큼 <strong>벗어납니다</strong>. 층을 더하면 꺾이는 곳이 더 늘어날 수 있습니다.",
                name,
                pieces,
                bend
            )
        },
        stays_straight: |name| {
            html!(
                "층 사이에 {name}: 이 가중치로는 보이는 범위에서 꺾이는 뉴런이 없어 출력이 <strong>직선 하나</strong>입니다. 시드나 깊이를 바꿔 보세요.",
                name
            )
        },
        dies: |name| {
            html!(
                "층 사이에 {name}: 어느 층의 뉴런이 모두 입력에 반응하지 않아 <strong>신호가 끊겼습니다</strong>. 어떤 x를 넣어도 출력이 같습니다. 층을 줄이거나 시드를 바꿔 보세요.",
                name
            )
        },
        curves: |name, bend| {
            html!(
                "층 사이에 {name}: 출력이 매끄러운 곡선이고, 가장 잘 맞는 직선에서 최대 {bend}만큼 <strong>벗어납니다</strong>.",
                name,
                bend
            )
        },
        stack: "쌓은 층 전체의 출력",
        neurons: "이 층의 뉴런 하나",
        best: "가장 잘 맞는 직선",
        describe: |name, depth, width| {
            format!(
                "깊이 {depth}, 너비 {width}인 신경망의 출력을 입력 x에 대해 그린 그래프입니다. 활성화 함수: {name}."
            )
        },
    },
    descent: Descent {
        readouts: "이 걸음의 값",
        note: "뜻",
        quantity: "값",
        value: "지금",
        rows: [
            ("w", "지금의 가중치"),
            ("a", "뉴런의 출력 f(wx)"),
            ("L", "손실, (a − y)²"),
            ("∂L/∂w", "손실의 기울기"),
            ("다음 w", "w − η·∂L/∂w"),
        ],
        table: ["걸음", "w", "a", "손실 L", "∂L/∂w"],
        moment: |weight, loss| format!("w = {weight}, 손실 {loss}"),
        descends_left: |gradient| {
            html!(
                "<strong>왼쪽으로 내려갑니다</strong>. 기울기({gradient})가 양수, 곧 오른쪽이 오르막이므로 다음 걸음에서 w가 작아집니다.",
                gradient
            )
        },
        descends_right: |gradient| {
            html!(
                "<strong>오른쪽으로 내려갑니다</strong>. 기울기({gradient})가 음수, 곧 오른쪽이 내리막이므로 다음 걸음에서 w가 커집니다.",
                gradient
            )
        },
        too_slow: |steps, rate| {
            html!(
                "{steps}걸음을 걸었지만 <strong>아직 도착하지 못했습니다</strong>. 지금 학습률(η = {rate})로는 걸음이 너무 작습니다.",
                steps,
                rate
            )
        },
        crosses: |before, after| {
            html!(
                "방금 걸음이 <strong>가장 낮은 곳을 지나쳐</strong> 건너편으로 넘어갔습니다. 그래도 손실은 작아졌습니다({before} → {after}).",
                before,
                after
            )
        },
        bounces: |loss, rate| {
            html!(
                "방금 걸음이 가장 낮은 곳을 지나쳐 <strong>똑같은 높이</strong>의 건너편으로 넘어갔습니다. 손실({loss})이 줄지 않으니 이 학습률(η = {rate})로는 두 자리를 오갈 뿐입니다.",
                loss,
                rate
            )
        },
        rises: |before, after, rate| {
            html!(
                "방금 걸음이 너무 커서 손실이 오히려 <strong>커졌습니다</strong>({before} → {after}). 이 자리에서는 학습률(η = {rate})이 너무 큽니다.",
                before,
                after,
                rate
            )
        },
        arrived: |weight, output, target| {
            html!(
                "<strong>도착</strong>: w = {weight}일 때 출력 a = {output}, 정답 y = {target}. 출력과 정답의 차이가 0.01보다 작습니다.",
                weight,
                output,
                target
            )
        },
        flat: |slope, gradient| {
            html!(
                "<strong>평평한 곳에 갇혀 있습니다</strong>. f′(z) = {slope}, 0에 가까워 손실의 기울기({gradient})도 0에 가깝습니다. 출력은 아직 정답과 다른데 w는 거의 움직이지 않습니다.",
                slope,
                gradient
            )
        },
        no_gradient: Html::trusted(
            "기울기가 <strong>정확히 0</strong>입니다. 출력이 정답과 달라도 f′(z) = 0이어서 곱이 0이 되고, w는 몇 걸음을 걸어도 그대로입니다.",
        ),
        diverged: |step, loss, rate| {
            html!(
                "<strong>발산</strong>: 걸을 때마다 더 높은 곳으로 튀어 {step}번째 걸음에서 손실이 한계를 넘었습니다(L = {loss}). 학습은 여기서 끝납니다. 학습률(η = {rate})이 너무 큽니다.",
                step,
                loss,
                rate
            )
        },
        on_kink: |used| {
            html!(
                "지금 z는 f를 미분할 수 없는 점입니다. 여기서 이 페이지가 쓰는 값: f′(z) = {used}.",
                used
            )
        },
        now: "지금의 손실과 출력",
        point: "지금 자리",
        path: "지나온 자리",
        aids: "접선, 지나온 길, 처음 출력, 정답까지 남은 차이",
        next: "다음 걸음",
        target: "다음 걸음이 닿는 곳, 데이터의 점 (x, y)",
        describe: |name, input, target, rate| {
            format!(
                "가중치가 하나인 뉴런이 경사 하강법으로 점 ({input}, {target}) 하나를 배웁니다. 활성화 함수: {name}, 학습률: {rate}."
            )
        },
    },
    classify: Classify {
        readouts: "두 신경망의 성적",
        note: "참고",
        corner: |epoch| format!("에포크 {epoch}"),
        columns: ["손실", "정확도"],
        notes: ["경계는 언제나 직선", "같은 데이터, 같은 초깃값"],
        without: "활성화 함수 없음",
        layer: "층",
        norm: |name| format!("기울기의 크기: {name}"),
        moment: |without, name, with| format!("정확도: 활성화 함수 없음 {without}, {name} {with}"),
        line: |line| html!("활성화 함수가 없는 신경망의 경계: {line}", line),
        straight: |accuracy| {
            html!(
                "활성화 함수가 없는 쪽의 정확도: {accuracy}. 층이 몇 개든 위의 식 하나로 접히기 때문에 경계는 <strong>직선</strong>을 벗어나지 못합니다.",
                accuracy
            )
        },
        line_diverged: |epoch| {
            html!(
                "활성화 함수가 없는 쪽은 {epoch}번째 에포크에서 <strong>발산</strong>했습니다. 발산하기 직전의 상태를 보여 줍니다.",
                epoch
            )
        },
        starts: |name| {
            html!("{name}: 아직 배우기 전입니다. 두 신경망은 같은 초깃값에서 출발합니다.", name)
        },
        diverged: |name, epoch, rate| {
            html!(
                "{name}: {epoch}번째 에포크에서 <strong>발산</strong>했습니다. 학습률({rate})이 너무 큽니다. 발산하기 직전의 상태를 보여 줍니다.",
                name,
                epoch,
                rate
            )
        },
        no_gradient: |name| {
            html!(
                "{name}: 은닉층이 받는 기울기가 <strong>모두 0</strong>이라 출력층만 배웁니다.",
                name
            )
        },
        blocked: |name| {
            html!(
                "{name}: 첫 층이 받는 기울기가 <strong>정확히 0</strong>입니다. 되돌아오는 길에 기울기가 끊겨 첫 층은 배우지 못합니다.",
                name
            )
        },
        vanished: |name, ratio| {
            html!(
                "{name}: 마지막 층의 기울기가 첫 층의 {ratio}배입니다. <strong>기울기 소실</strong> 때문에 앞쪽 층이 거의 배우지 못합니다.",
                name,
                ratio
            )
        },
        needs_no_bend: |name, accuracy| {
            html!(
                "{name}: 정확도 {accuracy}. 이 데이터는 <strong>직선으로 충분합니다</strong>. 활성화 함수가 없는 쪽도 그만큼 맞힙니다.",
                name,
                accuracy
            )
        },
        learned: |name, accuracy| {
            html!(
                "{name}: 정확도 {accuracy}. 경계를 <strong>구부려</strong> 두 무리를 나누었습니다.",
                name,
                accuracy
            )
        },
        learns: |name, accuracy| {
            html!(
                "{name}: 정확도 {accuracy}. 경계가 구부러지면서 데이터에 맞춰지는 중입니다.",
                name,
                accuracy
            )
        },
        the_same: Html::trusted(
            "오른쪽에도 항등 함수를 골랐으므로 두 신경망은 똑같습니다. 다른 함수를 골라 비교해 보세요.",
        ),
        negative: "한 무리의 점",
        positive: "다른 무리의 점",
        boundary: "나누는 경계, 손실 곡선",
        accuracy: "정확도 곡선",
        describe: |data, name, depth, width| {
            format!(
                "데이터 “{data}”를 나누도록 학습하는 두 신경망입니다. 하나는 활성화 함수가 없고, 다른 하나의 활성화 함수는 {name}입니다. 은닉층 {depth}개, 층마다 뉴런 {width}개."
            )
        },
    },
    chain: Chain {
        readouts: "사슬 전체의 결과",
        function: "함수",
        note: "참고",
        columns: [
            Html::trusted("출력 <i>a</i><sub><i>n</i></sub>"),
            Html::trusted("기울기 ∂<i>a</i><sub><i>n</i></sub>/∂<i>x</i>"),
            Html::trusted("log<sub>10</sub>|기울기|"),
        ],
        table: ["층", "z", "a", "곱해지는 값 w·f′(z)", "층에 도달한 기울기", "log₁₀|기울기|"],
        start: |x| format!("입력 x = {x}"),
        forward: |layer, z, a| format!("순전파 {layer}층: z = {z}, a = {a}"),
        turn: "여기서부터 역전파: 기울기는 출력에서 1로 출발합니다",
        backward: |layer, factor, gradient| {
            format!("역전파 {layer}층: {factor}배 → 기울기 {gradient}")
        },
        blocked: |name, blocked, depth, layer, z| {
            html!(
                "{name}: {depth}개 층 가운데 {blocked}개 층에서 기울기에 0이 곱해집니다({example}{layer}층, z = {z}). 기울기가 <strong>정확히 0</strong>이라 앞쪽 층은 아무것도 배우지 못합니다.",
                name,
                depth,
                blocked,
                example = such_as(blocked),
                layer,
                z
            )
        },
        blocked_at_kink: |name, blocked, depth, layer, z| {
            html!(
                "{name}: {depth}개 층 가운데 {blocked}개 층의 z가 미분 불가능한 점에 있습니다({example}{layer}층, z = {z}). 이 페이지는 그 점에서 f′(z) = 0으로 계산하므로, 기울기가 <strong>정확히 0</strong>이 되어 앞쪽 층은 아무것도 배우지 못합니다.",
                name,
                depth,
                blocked,
                example = such_as(blocked),
                layer,
                z
            )
        },
        vanishes: |name, depth, factor, left| {
            html!(
                "{name}: 층마다 평균 {factor}배가 되어 {depth}층을 지나면 기울기가 {left}만 남습니다. <strong>기울기 소실</strong>(vanishing gradient)입니다.",
                name,
                factor,
                depth,
                left
            )
        },
        stays: |name, depth, factor, left| {
            html!(
                "{name}: 층마다 평균 {factor}배라서 {depth}층을 지나도 기울기가 {left}, 거의 그대로 <strong>살아남습니다</strong>.",
                name,
                factor,
                depth,
                left
            )
        },
        explodes: |name, depth, factor, left| {
            html!(
                "{name}: 층마다 평균 {factor}배가 되어 {depth}층을 지나면 기울기가 {left}까지 커집니다. <strong>기울기 폭주</strong>(exploding gradient)입니다.",
                name,
                factor,
                depth,
                left
            )
        },
        float32_zero: Html::trusted("32비트 실수(float32)로 계산하면 0이 되어 버리는 크기입니다."),
        float32_subnormal: Html::trusted(
            "32비트 실수(float32)로는 유효 숫자를 잃기 시작하는 크기입니다.",
        ),
        beside: |all| html!("같은 조건에서 다른 함수의 기울기: {all}.", all),
        overflows: |layer| format!("{layer}층의 값이 컴퓨터가 다룰 수 있는 범위를 넘었습니다"),
        stops: |layer| format!("기울기가 {layer}층에서 0이 됩니다"),
        on_kink: |layer| format!("{layer}층의 z가 미분 불가능한 점 위에 있습니다"),
        learns: |rate, depth, last, first| {
            html!(
                "출력을 조금 키우라는 신호로 한 번 학습하면(학습률 {rate}, 층마다 가중치가 따로 있을 때) 마지막 층({depth}층)의 가중치는 {last}만큼, 첫 층의 가중치는 {first}만큼 움직입니다.",
                rate,
                depth,
                last,
                first
            )
        },
        learns_alone: |rate, move_by| {
            html!(
                "출력을 조금 키우라는 신호로 한 번 학습하면(학습률 {rate}) 이 층의 가중치는 {move_by}만큼 움직입니다.",
                rate,
                move_by
            )
        },
        learns_bias: |bias| {
            html!(
                "입력이 0이면 첫 가중치는 어차피 움직이지 않습니다. 첫 층의 편향은 {bias}만큼 움직입니다.",
                bias
            )
        },
        learns_less: |ratio| html!("첫 층은 마지막 층의 {ratio}배만큼만 움직입니다.", ratio),
        learns_more: |ratio| html!("첫 층이 마지막 층의 {ratio}배만큼 움직입니다.", ratio),
        learns_as_much: Html::trusted("첫 층과 마지막 층이 같은 만큼 움직입니다."),
        bar: "각 층에 도달한 기울기의 크기",
        negative: "음수인 기울기",
        line: "나란히 비교하는 함수의 기울기",
        bound: "상한 0.25ⁿ",
        float32: "float32로 정확히 나타낼 수 없는 크기: 1.2 × 10⁻³⁸보다 작으면 유효 숫자가 줄고, 가는 선(1.4 × 10⁻⁴⁵) 아래는 0",
        point: "지금 계산하는 층",
        describe: |name, depth, w, b, x| {
            format!("{name} 층을 {depth}개 이은 사슬입니다. w = {w}, b = {b}, 입력 x = {x}.")
        },
    },
    dead: Dead {
        readouts: "지금 걸음의 세 신경망",
        note: "고른 뉴런",
        function: "함수",
        columns: [
            Html::trusted("반응하지 않는 뉴런"),
            Html::trusted("<span>손실 <i>L</i></span>"),
            Html::trusted("<span>고른 뉴런의 |∇<i>L</i>|</span>"),
        ],
        step: "걸음",
        dark_of: |name| format!("{name}: 반응하지 않는 뉴런"),
        loss_of: |name| format!("{name}: 손실"),
        moment: |counts| format!("반응하지 않는 뉴런: {counts}"),
        loses: |name, dead, alive, loss| {
            html!(
                "{name}: <strong>죽은 뉴런 {dead}개</strong>. 기울기를 받지 못해 제자리에 멈췄고, 아직 배울 수 있는 뉴런은 64개 가운데 {alive}개입니다. 손실 {loss}.",
                name,
                dead,
                alive,
                loss
            )
        },
        all_dead: |name, loss| {
            html!(
                "{name}: <strong>뉴런 64개가 모두 죽었습니다</strong>. 어떤 입력에도 같은 값을 내보내고, 배울 수 있는 것은 출력의 편향 하나뿐입니다. 손실 {loss}.",
                name,
                loss
            )
        },
        keeps: |name, dark, loss| {
            html!(
                "{name}: 반응하지 않는 뉴런 {dark}개. 그래도 저마다 기울기를 받아 <strong>계속 배웁니다</strong>. 손실 {loss}.",
                name,
                dark,
                loss
            )
        },
        all_answer: |name, loss| {
            html!("{name}: 모든 뉴런이 데이터의 일부에 반응합니다. 손실 {loss}.", name, loss)
        },
        diverged: |name, step, loss, rate| {
            html!(
                "{name}: <strong>발산</strong>. {step}번째 걸음에서 손실이 {loss}까지 커져 학습이 여기서 끝납니다. 이 함수에는 학습률({rate})이 너무 큽니다.",
                name,
                step,
                loss,
                rate
            )
        },
        chosen: |neuron, points| {
            html!(
                "{neuron}번 뉴런은 <i>z</i> = <i>w</i><i>x</i> + <i>b</i>를 계산해 <i>v</i>·<i>f</i>(<i>z</i>)를 내보냅니다. 점 {points}개에서 가장 큰 가중합과, 세 값에 대한 손실의 기울기는 다음과 같습니다.",
                neuron,
                points
            )
        },
        is_dead: "죽음: w, b, v의 기울기가 모두 0",
        is_dark: "반응하는 점은 없지만 계속 배움",
        has_ended: "발산하여 학습이 끝남",
        answers: |answers, points| format!("점 {points}개 가운데 {answers}개에 반응"),
        lit: "뉴런: 반응하는 점이 많을수록 진한 색",
        dark: "반응하는 점이 없는 뉴런, X 표시는 기울기도 없는 죽은 뉴런",
        line: "신경망, 또는 고른 뉴런 f(wx + b)",
        data: "데이터",
        describe: |width, points, rate, bias| {
            format!(
                "은닉층 뉴런이 {width}개인 신경망 세 개가 ReLU, Leaky ReLU, ELU를 쓰며 같은 초깃값에서 같은 점 {points}개를 배웁니다. 학습률: {rate}, 편향 초깃값의 중심: {bias}."
            )
        },
    },
    alpha: Alpha {
        readouts: "지금 걸음의 값",
        note: "뜻",
        quantity: "값",
        value: "지금",
        rows: |symbol| {
            let [learned, gradient] = if symbol == "α" {
                [("α", "가중합이 음수일 때 ELU의 모양"), ("∂L/∂α", "α에 대한 손실의 기울기")]
            } else {
                [("s", "음수 쪽 기울기"), ("∂L/∂s", "s에 대한 손실의 기울기")]
            };
            [learned, gradient, ("L", "손실(loss), 평균 제곱 오차"), ("w", "가중치"), ("b", "편향")]
        },
        table: ["걸음", "α", "∂L/∂α", "손실 L", "w", "b"],
        moment: |symbol, alpha, loss| format!("{symbol} = {alpha}, 손실 {loss}"),
        derivative: |symbol, unit| {
            html!(
                "∂<i>f</i>/∂<i>{symbol}</i> = {unit} (<i>z</i> &lt; 0일 때), 0 (<i>z</i> ≥ 0일 때). 여기서 <i>z</i> = <i>w</i><i>x</i> + <i>b</i>",
                symbol,
                unit
            )
        },
        kept: |symbol, min, max, kept| {
            html!(
                "<i>{symbol}</i>의 범위({min} ~ {max}) 안에 머물도록: <i>{symbol}</i> = <strong>{kept}</strong>",
                symbol,
                min,
                max,
                kept
            )
        },
        descends_left: |symbol, gradient| {
            html!(
                "<strong>내려가는 중</strong>: ∂L/∂{symbol} = {gradient}, 양수이므로 다음 걸음에서 {symbol} 값이 작아집니다.",
                symbol,
                gradient
            )
        },
        descends_right: |symbol, gradient| {
            html!(
                "<strong>내려가는 중</strong>: ∂L/∂{symbol} = {gradient}, 음수이므로 다음 걸음에서 {symbol} 값이 커집니다.",
                symbol,
                gradient
            )
        },
        rises: |before, after, rate| {
            html!(
                "방금 걸음이 너무 컸습니다. 손실이 {before}에서 {after}까지 오히려 <strong>커졌습니다</strong>. 이 자리에서는 학습률({rate})이 너무 큽니다.",
                before,
                after,
                rate
            )
        },
        arrived: |symbol, alpha, hidden| {
            html!(
                "<strong>도착</strong>: {symbol} = {alpha}에서 기울기가 거의 남지 않았습니다. 데이터를 만든 값: {symbol} = {hidden}. 둘의 차이는 데이터에 섞인 잡음 때문입니다.",
                symbol,
                alpha,
                hidden
            )
        },
        at_the_edge: |symbol, alpha| {
            html!(
                "{symbol} = {alpha}, <strong>범위의 끝</strong>입니다. 기울기는 더 가라고 하지만 {symbol} 값은 여기서 멈춥니다.",
                symbol,
                alpha
            )
        },
        silent: |symbol| {
            html!(
                "가중합이 음수인 입력이 하나도 없어 {symbol}에 대한 기울기가 <strong>정확히 0</strong>입니다. 지금 값이 맞든 틀리든 더 배우지 못합니다.",
                symbol
            )
        },
        leaves_its_range: |step, symbol, rate| {
            html!(
                "<strong>발산</strong>: {step}번째 걸음이 골짜기를 건너뛰어 손실이 더 큰 곳으로, {symbol}의 범위 밖까지 튀어 나갔습니다. 학습은 여기서 끝납니다. 학습률({rate})이 너무 큽니다.",
                step,
                symbol,
                rate
            )
        },
        explodes: |step, loss, rate| {
            html!(
                "<strong>발산</strong>: {step}번째 걸음에서 손실이 {loss}까지 커졌습니다. 학습은 여기서 끝납니다. 학습률({rate})이 너무 큽니다.",
                step,
                loss,
                rate
            )
        },
        say: |symbol, negative, all| {
            html!(
                "가중합이 음수라서 {symbol}의 기울기에 영향을 주는 점: {all}개 가운데 {negative}개.",
                symbol,
                all,
                negative
            )
        },
        data: "데이터와 지나온 걸음",
        now: "지금의 곡선과 손실",
        start: "처음 곡선, 지나온 길, 접선",
        point: "지금 있는 곳",
        describe: |name, symbol, points, rate| {
            format!(
                "점 {points}개에 {name} 곡선을 맞추는 경사 하강법입니다. 배우는 모양: {symbol}, 학습률: {rate}."
            )
        },
    },
    maxout: Maxout {
        readouts: "현재 위치의 값과 난수의 통계",
        note: "뜻",
        value: "지금",
        rows: [
            ("f(x)", "가장 큰 조각의 값"),
            ("이긴 조각", "가장 큰 조각의 번호, 기울기를 받는 조각"),
            ("f′(x)", "이긴 조각의 기울기"),
        ],
        parameters: ("매개변수의 수", |k| {
            format!("조각 {k}개: 가중치 {k}개, 편향 {k}개 (ReLU 뉴런이라면 가중치 1개, 편향 1개)")
        }),
        moments: [
            ["입력 x의 평균", "입력 x의 분산"],
            ["f(x)의 평균", "f(x)의 분산"],
            ["독립인 수들의 최댓값의 평균", "독립인 수들의 최댓값의 분산"],
        ],
        exact: |number| format!("정확한 값: {number}"),
        piece: |number| format!("조각 {number}"),
        wins: |winner| {
            html!(
                "이 위치에서는 {winner}번 조각이 <strong>이깁니다</strong>. 기울기는 이 조각에만 흐르고, 나머지 조각은 이 입력에서 아무것도 배우지 못합니다.",
                winner
            )
        },
        tie: |pieces, winner| {
            let pieces: Vec<String> = pieces.iter().map(|piece| format!("{piece}번")).collect();
            html!(
                "이 위치에서는 {pieces} 조각의 값이 <strong>같습니다</strong>. 이럴 때 이 페이지는 그중 첫째인 {winner}번 조각에 기울기를 줍니다.",
                pieces = pieces.join(", "),
                winner
            )
        },
        through_lines: |spread, variance| {
            let (compared, reason) = match spread {
                Spread::Gone => (
                    Html::trusted("x의 분산 1이 <strong>모두 사라졌습니다</strong>"),
                    "어떤 x를 넣어도 값이 같으므로 x에 대한 정보가 남지 않습니다.",
                ),
                Spread::Moved => (
                    Html::trusted("x의 분산과 <strong>같습니다</strong>"),
                    "기울기가 1이나 −1인 직선 하나는 값을 옮기거나 뒤집기만 합니다.",
                ),
                Spread::Balanced => (
                    Html::trusted("x의 분산과 <strong>같습니다</strong>"),
                    "값의 간격을 벌리는 효과와 좁히는 효과가 서로 상쇄됩니다.",
                ),
                Spread::Larger => (
                    Html::trusted("x의 분산 1보다 <strong>큽니다</strong>"),
                    "기울기의 크기가 1보다 큰 직선이 값의 간격을 벌리기 때문입니다.",
                ),
                Spread::Smaller => (
                    Html::trusted("x의 분산 1보다 <strong>작습니다</strong>"),
                    "출력에 기울기의 크기가 1보다 큰 부분이 없어, 어느 두 값의 간격도 벌어지지 않기 때문입니다.",
                ),
                Spread::SmallerThoughSteep => (
                    Html::trusted("x의 분산 1보다 <strong>작습니다</strong>"),
                    "기울기의 크기가 1보다 큰 부분이 있지만, 더 완만한 부분이나 부호가 반대인 기울기가 값을 모으는 효과가 더 크기 때문입니다.",
                ),
            };
            html!(
                "x를 위의 직선들에 넣어 얻은 f(x)의 분산: {variance}. {compared}. {reason}",
                variance,
                compared,
                reason
            )
        },
        of_independent: |k, variance| {
            html!(
                "서로 <strong>독립</strong>인 표준정규분포 난수 {k}개 중 가장 큰 값의 분산: {variance}. 1보다 <strong>작습니다</strong>. {k}개가 모두 작아야 가장 큰 값도 작으므로, 작은 값이 드물어지고 결과가 한쪽에 모입니다.",
                k,
                variance
            )
        },
        envelope: "출력: 가장 큰 조각",
        pieces: "조각 wᵢx + bᵢ",
        handle: "끌어서 조각을 옮기거나 기울이는 손잡이",
        bar: "난수의 비율(밀도)",
        band: "평균 ± 표준편차, 가는 선은 평균",
        describe: |k, x, value, winner| {
            format!(
                "조각이 {k}개인 Maxout입니다. x = {x}일 때 값 {value}, 이긴 조각 {winner}번. 아래는 표준정규분포 입력 x, 출력 f(x), 서로 독립인 난수 {k}개 중 가장 큰 값의 히스토그램입니다."
            )
        },
    },
    script: script::SCRIPT,
    card: Card {
        show: |name| format!("{name} 그래프 보기"),
        formula: "식",
        derivative: "도함수",
        advantages: "장점",
        drawbacks: "단점",
        no_drawbacks: "이 글에서 따로 꼽는 단점은 없습니다.",
        notes: "참고",
        facts: "성질",
        range: "치역",
        only_two_values: |low, high| format!("{{{low}, {high}}} (두 값뿐)"),
        zero_centred: "0 중심",
        yes: "예",
        no: "아니요",
        unknown: "알 수 없음",
        no_limit: "극한 없음",
        monotone: "단조성",
        monotone_is: |monotone| match monotone {
            Monotone::Increasing => "항상 증가",
            Monotone::NonDecreasing => "감소하지 않음",
            Monotone::Decreasing => "항상 감소",
            Monotone::NonIncreasing => "증가하지 않음",
            Monotone::Constant => "상수",
            Monotone::No => "단조가 아님",
            Monotone::Unknown => "알 수 없음",
        },
        not_monotone: |trends| format!("단조가 아님 ({trends})"),
        trend: |trend, is_last| match (trend, is_last) {
            (Trend::Falling, false) => "감소하다가",
            (Trend::Falling, true) => "감소",
            (Trend::Flat, false) => "일정하다가",
            (Trend::Flat, true) => "일정",
            (Trend::Rising, false) => "증가하다가",
            (Trend::Rising, true) => "증가",
        },
        alternates: "증가와 감소를 끝없이 되풀이",
        parity: "대칭성",
        parity_is: |parity| match parity {
            Parity::Odd => "원점 대칭 (홀함수)",
            Parity::Even => "y축 대칭 (짝함수)",
            Parity::Neither => "없음",
            Parity::Unknown => "알 수 없음",
        },
        smoothness: "매끄러움",
        smoothness_is: |smoothness| match smoothness {
            Smoothness::Discontinuous => "불연속",
            Smoothness::Continuous => "연속이지만 꺾임 (C⁰)",
            Smoothness::Once => "한 번 미분한 것까지 연속 (C¹)",
            Smoothness::Infinite => "무한 번 미분 가능 (C∞)",
            Smoothness::Unknown => "알 수 없음",
        },
        slopes_at_infinity: "양 끝의 기울기 (x → −∞, x → ∞)",
        kink: "미분 불가능한 점",
        no_kink: "없음",
        kink_is: |at, left, right, used, frameworks| {
            format!("x = {at}: 왼쪽 {left}, 오른쪽 {right}, 이 페이지에서는 {used}{frameworks}")
        },
        like_frameworks: |names| format!(" ({names}도 같음)"),
        unlike_frameworks: |slopes| format!(" ({slopes})"),
        source: "출처",
        conditions: [
            "함수",
            "비선형인가",
            "미분할 수 있는가",
            "기울기의 최대 크기",
            "기울기가 0으로 가는 쪽",
            "0 중심인가",
            "치역",
        ],
        conditions_caption: "두 조건과 함께 볼 성질. 매개변수는 살펴보기에서 고른 값입니다.",
        everywhere: "어디서나",
        but_at: |places| format!("x = {places} 제외"),
        always_zero: "기울기가 늘 0",
        fades: |left, right| match (left, right) {
            (true, true) => "양쪽",
            (true, false) => "왼쪽(x → −∞)",
            (false, true) => "오른쪽(x → ∞)",
            (false, false) => "없음",
        },
    },
    control: |demo, key| {
        Some(match (demo, key) {
            ("neuron", "f") => "활성화 함수",
            ("neuron", "x1") => "입력 x₁",
            ("neuron", "x2") => "입력 x₂",
            ("neuron", "w1") => "가중치 w₁",
            ("neuron", "w2") => "가중치 w₂",
            ("collapse", "f") => "층 사이의 활성화 함수",
            ("collapse", "step") => "쌓은 층",
            ("descent", "f") => "활성화 함수",
            ("descent", "w") => "가중치 w의 초깃값",
            ("descent", "step") => "경사 하강법의 걸음",
            ("classify", "f") => "오른쪽 신경망의 활성화 함수",
            ("classify", "depth") => "깊이 (은닉층의 수)",
            ("classify", "step") => "에포크",
            ("chain", "f") => "층의 활성화 함수",
            ("chain", "x") => "입력 x",
            ("dead", "bias") => "편향 초깃값의 중심",
            ("dead", "slope") => "Leaky ReLU의 음수 쪽 기울기",
            ("dead", "alpha") => "ELU의 α",
            ("dead", "neuron") => "살펴볼 뉴런",
            ("dead", "step") => "걸음",
            ("alpha", "shape") => "활성화 함수",
            ("alpha", "learn") => "학습할 값",
            ("alpha", "alpha") => "α의 초깃값",
            ("alpha", "slope") => "음수 쪽 기울기 s의 초깃값",
            ("alpha", "step") => "경사 하강법의 걸음",
            (_, key) => return control(key),
        })
    },
    option: |key, option| {
        Some(match (key, option) {
            ("show", "both") => "위아래로",
            ("show", "overlay") => "겹쳐 보기",
            ("show", "value") => "값만",
            ("show", "gradient") => "기울기만",
            ("scale", "log") => "로그",
            ("scale", "linear") => "일반",
            ("data", "linear") => "직선",
            ("data", "xor") => "XOR",
            ("data", "circle") => "동심원",
            ("data", "moons") => "초승달",
            ("data", "spiral") => "나선",
            ("learn", "alone") => "모양만",
            ("learn", "all") => "w, b와 함께",
            _ => return None,
        })
    },
    preset: |id| {
        Some(match id {
            "relu-family" => "ReLU 계열",
            "s-shapes" => "S자 모양",
            "all-six" => "여섯 함수 모두",
            "plain-sum" => "활성화 함수 없이",
            "squeezed" => "시그모이드로 누르기",
            "far-out" => "포화된 뉴런",
            "switched-off" => "꺼진 ReLU",
            "one-line" => "활성화 함수 없이",
            "twenty-layers" => "스무 층을 쌓아도",
            "with-relu" => "ReLU를 켜면",
            "more-kinks" => "층과 뉴런을 더하면",
            "with-tanh" => "tanh를 켜면",
            "descent-good" => "알맞은 학습률",
            "descent-slow" => "너무 작은 학습률",
            "descent-to-and-fro" => "골짜기를 오가며",
            "descent-diverged" => "너무 큰 학습률: 발산",
            "descent-plateau" => "시그모이드의 평평한 곳",
            "descent-relu" => "ReLU의 평평한 쪽으로",
            "descent-step" => "계단 함수",
            "line-is-enough" => "직선으로 충분한 데이터",
            "exclusive-or" => "XOR",
            "two-spirals" => "두 나선",
            "deep-sigmoid" => "깊은 시그모이드",
            "deep-relu" => "깊은 ReLU",
            "no-gradient" => "계단 함수",
            "textbook" => "교과서의 예",
            "side-by-side" => "나란히 비교",
            "large-weights" => "큰 가중치",
            "saturated" => "포화",
            "relu-positive" => "ReLU, 양수",
            "relu-negative" => "ReLU, 음수: 꺼짐",
            "dead-over-time" => "학습하며 죽는 뉴런",
            "dead-calm" => "작은 학습률",
            "dead-too-fast" => "너무 큰 학습률",
            "dead-from-the-start" => "처음부터 죽은 뉴런",
            "alpha-alone" => "α만",
            "alpha-all" => "α를 w, b와 함께",
            "alpha-too-fast" => "너무 큰 학습률",
            "alpha-prelu" => "PReLU",
            "two-lines" => "직선 두 개",
            "as-relu" => "ReLU",
            "as-absolute" => "|x|",
            "as-leaky-relu" => "Leaky ReLU",
            "steep-lines" => "가파른 직선 x와 3x",
            "five-tangents" => "조각 다섯 개로 포물선 흉내 내기",
            _ => return None,
        })
    },
    picture: |id| {
        Some(match id {
            "value" => "값 f(x)",
            "gradient" => "기울기 f′(x)",
            "overlay" => "값 f(x)와 기울기 f′(x)",
            "flow" => "입력에서 출력까지",
            "response" => "활성화 함수 위의 점 (z, a)",
            "stack" => "입력 x에 따른 값",
            "descent-valley" => "가중치 w에 따른 손실 L(w), 접선의 기울기가 ∂L/∂w",
            "descent-fit" => "입력 x에 따른 출력 f(wx)와 데이터",
            "descent-loss" => "걸음에 따른 손실",
            "classify-without" => "활성화 함수 없이",
            "classify-with" => "활성화 함수를 넣어",
            "classify-progress" => "에포크에 따른 손실과 정확도",
            "classify-norms" => "층마다 받는 기울기의 크기 (마지막은 출력층)",
            "layers" => "층과 신호, 되돌아가는 길에 곱해지는 값",
            "gradients" => "각 층에 도달한 기울기의 크기",
            "curve" => "지금 층의 z와 활성화 함수, 접선의 기울기는 f′(z)",
            "depths" => "깊이 n에 따른 기울기 |∂aₙ/∂x|",
            "dead-relu" => "ReLU",
            "dead-leaky-relu" => "Leaky ReLU",
            "dead-elu" => "ELU",
            "dead-fit" => "데이터와 세 신경망의 출력",
            "dead-neuron" => "세 신경망에서 고른 뉴런 f(wx + b)",
            "dead-count" => "걸음에 따른 반응하지 않는 뉴런의 수",
            "dead-loss" => "걸음에 따른 손실",
            "alpha-fit" => "데이터와 학습하는 곡선",
            "alpha-valley" => "모양에 따른 손실, 접선의 기울기는 손실의 기울기",
            "alpha-loss" => "걸음에 따른 손실",
            "envelope" => "조각들과 그중 가장 큰 값 f(x)",
            "inputs" => "입력 x: 표준정규분포 난수",
            "outputs" => "출력 f(x): 위의 직선들에 x를 넣은 값",
            "maximum" => "비교: 서로 독립인 난수들 중 가장 큰 값",
            _ => return None,
        })
    },
};

/// The words before an example; empty if there is only one case.
fn such_as(count: usize) -> &'static str {
    if count == 1 { "" } else { "이를테면 " }
}

/// The label of a control that has the same label in several demos.
fn control(key: &str) -> Option<&'static str> {
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
        "beside" => "나란히 비교할 함수",
        "width" => "너비 (층마다 뉴런 수)",
        "seed" => "난수 시드",
        "depth" => "깊이 n (층의 수)",
        "w" => "가중치 w",
        "b" => "편향 b",
        "scale" => "기울기의 눈금",
        "step" => "재생 단계",
        "k" => "조각의 수 k",
        "w3" => "기울기 w₃",
        "b3" => "절편 b₃",
        "w4" => "기울기 w₄",
        "b4" => "절편 b₄",
        "w5" => "기울기 w₅",
        "b5" => "절편 b₅",
        "samples" => "표본의 수",
        "data" => "데이터",
        "noise" => "잡음",
        "rate" => "학습률 η",
        "batch" => "배치 크기",
        _ => return None,
    })
}
