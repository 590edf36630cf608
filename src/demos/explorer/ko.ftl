demo-plot = 그래프 위의 위치 x
demo-help = 그래프를 누르거나 끌면 x가 움직입니다. 키보드로는 ← → 키(Shift를 함께 누르면 열 배), Home과 End 키를 쓰세요.

control-f = 함수
control-show = 표시
control-min = 입력 최솟값
control-max = 입력 최댓값
control-fixy = 세로축 고정
control-ymin = 세로축 최솟값
control-ymax = 세로축 최댓값

interval-min = 입력 범위
interval-ymin = 세로축 범위

option-show-both = 위아래로
option-show-overlay = 겹쳐 보기
option-show-value = 값만
option-show-gradient = 기울기만
option-show-difference = 차이

preset-relu-family = ReLU 계열
preset-s-shapes = S자 모양
preset-all-six = 여섯 함수 모두

hint-maxout = 그래프의 동그란 손잡이를 끌어서 두 직선을 직접 옮길 수도 있습니다.

picture-value = 값 f(x)
picture-gradient = 기울기 f′(x)
picture-overlay = 값 f(x)와 기울기 f′(x)
picture-difference = 차이 f(x) − g(x)

readouts = 현재 위치의 값
note = 이 위치에서는

value = 값 f(x)
gradient = 기울기 f′(x)
tangent = 접선
farthest = 차이의 크기 |f − g|가 가장 큰 곳
saturated = 포화(saturation) 구간: 표시된 모든 함수의 기울기가 0.01보다 작습니다
one-sided = 한쪽에서 다가간 극한값
convention = 그 점에서 이 페이지가 쓰는 값
handle = 끌어서 Maxout의 직선을 옮기는 손잡이

column-value = f(x)
column-gradient = f′(x)

saturated-here = 포화: 기울기가 0에 가깝습니다
no-gradient-here = 기울기가 0이라 학습 신호가 전달되지 않습니다

kink-here = 미분 불가능: 왼쪽 { $left } · 오른쪽 { $right } · 이 페이지에서는 { $used }{ $frameworks }

jump-here = 값이 끊겨 미분 불가능: 왼쪽 { $left } · 오른쪽 { $right } · 이 페이지에서는 { $used }{ $frameworks }

outside = 지금 위치 x = { $x }, 그래프의 입력 범위 밖입니다.

nothing-shown = 표시할 함수를 하나 이상 골라 주세요.

describe = 입력 { $low }부터 { $high }까지 그린 그래프입니다. 함수: { $names }. 표시: { $show ->
    [value] 값
    [gradient] 기울기
    [overlay] 값과 기울기(한 그래프에 겹침)
    [difference] 두 함수의 값과 그 차이 f − g(위아래 두 그래프)
   *[both] 값과 기울기(위아래 두 그래프)
}.

describe-probe = { $name }: x가 { $x }일 때 값 { $value }, 기울기 { $gradient }.

describe-saturated = { $low }부터 { $high }까지는 포화 구간입니다.

needs-two = 차이를 보려면 함수를 두 개 골라 주세요.

pair = f는 { $f }, g는 { $g }입니다.

first-pair = f는 { $f }, g는 { $g }입니다. 고른 함수 { $chosen }개 가운데 앞의 두 개만 비교합니다.

largest-html = 이 입력 범위에서 |f − g|의 최댓값은 { $distance }, 그 위치는 x = { $at }입니다.

approached-html = 이 입력 범위에서 |f − g|는 x = { $at }에 다가갈수록 { $distance }에 한없이 가까워지지만 그 값에 이르지는 않습니다.

equal = 이 입력 범위에서는 f와 g의 값이 모두 같습니다.

span = { $low }~{ $high }
