demo-plot = 재생 단계
demo-help = 재생 버튼를 누르거나 막대를 끌어 한 단계씩 살펴보세요. 스페이스 키는 재생과 일시 정지, ← → 키는 한 단계 이동, Home과 End 키는 처음과 끝입니다.

misconception-depth-not-epochs-html = 기울기는 에포크가 쌓여서가 아니라 <strong>층이 깊어서</strong> 사라집니다. 곱하는 횟수는 층의 수이며, 모두 한 번의 역전파 안에서 일어나는 일입니다.
misconception-bound-html = 시그모이드에서 기울기가 0.25<sup><i>n</i></sup>을 넘지 않는다는 말은 |<i>w</i>| ≤ 1일 때만 맞습니다. |<i>w</i>| > 4이면 층마다 곱해지는 값이 1을 넘어 기울기가 폭주할 수도 있고, 편향이 어긋나 있으면 큰 가중치가 <i>z</i>를 포화 구간으로 밀어 오히려 더 빨리 사라집니다.
misconception-active-paths-html = “ReLU에서는 기울기가 사라지지 않는다”는 말은 <i>z</i> > 0인 층만 지나는 경로에서 맞습니다. <i>z</i> < 0인 층을 만나면 0이 곱해져 그 앞 층에는 아무것도 전해지지 않습니다.

control-f = 층의 활성화 함수
control-x = 입력 x
control-beside = 나란히 비교할 함수
control-w = 가중치 w
control-scale = 기울기의 눈금
control-step = 재생 단계

option-scale-log = 로그
option-scale-linear = 일반

preset-textbook = 교과서의 예
preset-side-by-side = 나란히 비교
preset-large-weights = 큰 가중치
preset-saturated = 포화
preset-relu-positive = ReLU, 양수
preset-relu-negative = ReLU, 음수: 꺼짐

picture-layers = 층과 신호, 되돌아가는 길에 곱해지는 값
picture-gradients = 각 층에 도달한 기울기의 크기
picture-curve = 지금 층의 z와 활성화 함수, 접선의 기울기는 f′(z)
picture-depths = 깊이 n에 따른 기울기 |∂aₙ/∂x|

readouts = 사슬 전체의 결과
function = 함수
note = 참고

column-output-html = 출력 <i>a</i><sub><i>n</i></sub>
column-gradient-html = 기울기 ∂<i>a</i><sub><i>n</i></sub>/∂<i>x</i>
column-log10-html = log<sub>10</sub>|기울기|

table-layer = 층
table-z = z
table-a = a
table-factor = 곱해지는 값 w·f′(z)
table-gradient = 층에 도달한 기울기
table-log10 = log₁₀|기울기|

start = 입력 x = { $x }

forward = 순전파 { $layer }층: z = { $z }, a = { $a }

turn = 여기서부터 역전파: 기울기는 출력에서 1로 출발합니다

backward = 역전파 { $layer }층: { $factor }배 → 기울기 { $gradient }

blocked-html = { $name }: { $depth }개 층 가운데 { $blocked }개 층에서 기울기에 0이 곱해집니다({ $blocked ->
    [1] { $layer }층
   *[other] 이를테면 { $layer }층
}, z = { $z }). 기울기가 <strong>정확히 0</strong>이라 앞쪽 층은 아무것도 배우지 못합니다.

blocked-at-kink-html = { $name }: { $depth }개 층 가운데 { $blocked }개 층의 z가 미분 불가능한 점에 있습니다({ $blocked ->
    [1] { $layer }층
   *[other] 이를테면 { $layer }층
}, z = { $z }). 이 페이지는 그 점에서 f′(z) = 0으로 계산하므로, 기울기가 <strong>정확히 0</strong>이 되어 앞쪽 층은 아무것도 배우지 못합니다.

vanishes-html = { $name }: 층마다 평균 { $factor }배가 되어 { $depth }층을 지나면 기울기가 { $left }만 남습니다. <strong>기울기 소실</strong>(vanishing gradient)입니다.

stays-html = { $name }: 층마다 평균 { $factor }배라서 { $depth }층을 지나도 기울기가 { $left }, 거의 그대로 <strong>살아남습니다</strong>.

explodes-html = { $name }: 층마다 평균 { $factor }배가 되어 { $depth }층을 지나면 기울기가 { $left }까지 커집니다. <strong>기울기 폭주</strong>(exploding gradient)입니다.

float32-zero-html = 32비트 실수(float32)로 계산하면 0이 되어 버리는 크기입니다.
float32-subnormal-html = 32비트 실수(float32)로는 유효 숫자를 잃기 시작하는 크기입니다.

beside-html = 같은 조건에서 다른 함수의 기울기: { $gradients }.

overflows = { $layer }층의 값이 컴퓨터가 다룰 수 있는 범위를 넘었습니다

stops = 기울기가 { $layer }층에서 0이 됩니다

on-kink = { $layer }층의 z가 미분 불가능한 점 위에 있습니다

learns-html = 출력을 조금 키우라는 신호로 한 번 학습하면(학습률 { $rate }, 층마다 가중치가 따로 있을 때) 마지막 층({ $depth }층)의 가중치는 { $last }만큼, 첫 층의 가중치는 { $first }만큼 움직입니다.

learns-alone-html = 출력을 조금 키우라는 신호로 한 번 학습하면(학습률 { $rate }) 이 층의 가중치는 { $change }만큼 움직입니다.

learns-bias-html = 입력이 0이면 첫 가중치는 어차피 움직이지 않습니다. 첫 층의 편향은 { $change }만큼 움직입니다.

learns-less-html = 첫 층은 마지막 층의 { $ratio }배만큼만 움직입니다.

learns-more-html = 첫 층이 마지막 층의 { $ratio }배만큼 움직입니다.

learns-as-much-html = 첫 층과 마지막 층이 같은 만큼 움직입니다.

bar = 각 층에 도달한 기울기의 크기
negative = 음수인 기울기
line = 나란히 비교하는 함수의 기울기
bound = 상한 0.25ⁿ
float32 = float32로 정확히 나타낼 수 없는 크기: 1.2 × 10⁻³⁸보다 작으면 유효 숫자가 줄고, 가는 선(1.4 × 10⁻⁴⁵) 아래는 0
point = 지금 계산하는 층

describe = { $name } 층을 { $depth }개 이은 사슬입니다. w = { $w }, b = { $b }, 입력 x = { $x }.
