demo-plot = z의 위치
demo-help = 곡선 위의 점을 끌면 z가 그 자리로 옮겨 가고, 그만큼 편향 b가 바뀝니다. 나머지는 슬라이더로 바꿔 보세요.

control-f = 활성화 함수
control-x1 = 입력 x₁
control-x2 = 입력 x₂
control-w1 = 가중치 w₁
control-w2 = 가중치 w₂

preset-plain-sum = 활성화 함수 없이
preset-squeezed = 시그모이드로 누르기
preset-far-out = 포화된 뉴런
preset-switched-off = 꺼진 ReLU

picture-flow = 입력에서 출력까지
picture-response = 활성화 함수 위의 점 (z, a)

readouts = 뉴런의 값과 기울기
note = 계산
quantity = 값
value = 지금

row-z = z
row-z-note = w₁x₁ + w₂x₂ + b
row-a = a
row-a-note = f(z), 뉴런의 출력
row-grad-w1 = ∂a/∂w₁
row-grad-w1-note = f′(z)·x₁
row-grad-w2 = ∂a/∂w₂
row-grad-w2-note = f′(z)·x₂
row-grad-b = ∂a/∂b
row-grad-b-note = f′(z)

table-z = z
table-value = f(z)
table-gradient = f′(z)

learns-html = 가중치를 조금 바꾸면 출력은 그 변화에 위의 기울기를 곱한 만큼 움직입니다. 기울기는 모두 f′(z)에 비례하고, 입력의 절댓값이 클수록 그 입력의 가중치가 출력을 더 크게 바꿉니다.
linear-html = 항등 함수를 쓰면 출력이 가중합 z 그대로라서 뉴런은 <strong>선형</strong>입니다. 기울기도 어디서나 같습니다. 다른 함수로 바꿔 비교해 보세요.
saturated-html = <strong>포화</strong>: f′(z)가 0에 가까워서 가중치를 조금 바꿔도 출력이 거의 움직이지 않습니다. 이런 뉴런은 아주 느리게 배웁니다.
learns-nothing-html = f′(z)가 0이라 세 기울기가 모두 <strong>0</strong>입니다. 이 입력으로는 가중치도 편향도 배우지 못합니다.

on-kink-html = 이 점(z = { $z })에서는 미분할 수 없습니다. 이 페이지에서 쓰는 값: f′(z) = { $used }{ $frameworks }.

adds = 더하는 값(연결선)
subtracts = 빼는 값(연결선)
tangent = 접선, 기울기는 f′(z)
handle = 끌 수 있는 점 (z, a)

describe = 활성화 함수가 { $name }인 뉴런입니다. z = { $z }, 출력 a = { $a }, f′(z) = { $slope }.
