demo-plot = 경사 하강법의 걸음
demo-help = 재생 버튼를 누르면 α가 손실의 골짜기를 따라 내려갑니다. 가는 곡선은 처음 모양, 굵은 곡선은 지금 모양입니다. 스페이스 키는 재생과 일시 정지, ← → 키는 한 걸음씩 이동입니다.

misconception-parametric-html = α를 학습하는 ELU는 원래의 ELU가 아니라 <strong>매개변수형(parametric)</strong> 변형이고, PELU가 그중 하나입니다. Leaky ReLU의 음수 쪽 기울기를 학습하면 PReLU가 됩니다.
misconception-negative-side-html = ELU의 음수 쪽 출력은 (−α, 0) 사이의 작은 <strong>음수</strong>이고, 양수가 되는 일은 없습니다. α는 출력이 어디까지 내려갈 수 있는지를 정합니다.
misconception-negative-sums-html = 가중합이 0 이상이면 ∂<i>f</i>/∂α가 0입니다. α의 기울기에는 <strong>가중합이 음수인</strong> 입력만 영향을 줍니다.
misconception-harder-to-learn-html = “ELU는 α가 있어서 ReLU보다 학습하기 어렵다”는 말은 그대로 받아들이기 어렵습니다. 원래의 α는 상수이고, ELU 논문은 오히려 더 빨리 배운다고 보고했습니다. α를 학습하면 배울 매개변수가 하나 늘어날 뿐입니다.

control-shape = 활성화 함수
control-learn = 학습할 값
control-alpha = α의 초깃값
control-slope = 음수 쪽 기울기 s의 초깃값
control-step = 경사 하강법의 걸음

option-learn-alone = 모양만
option-learn-all = w, b와 함께

preset-alpha-alone = α만
preset-alpha-all = α를 w, b와 함께
preset-alpha-too-fast = 너무 큰 학습률
preset-alpha-prelu = PReLU

picture-alpha-fit = 데이터와 학습하는 곡선
picture-alpha-valley = 모양에 따른 손실, 접선의 기울기는 손실의 기울기
picture-alpha-loss = 걸음에 따른 손실

readouts = 지금 걸음의 값
note = 뜻
quantity = 값
value = 지금

row-alpha = α
row-alpha-note = 가중합이 음수일 때 ELU의 모양
row-grad-alpha = ∂L/∂α
row-grad-alpha-note = α에 대한 손실의 기울기
row-slope = s
row-slope-note = 음수 쪽 기울기
row-grad-slope = ∂L/∂s
row-grad-slope-note = s에 대한 손실의 기울기
row-loss = L
row-loss-note = 손실(loss), 평균 제곱 오차
row-w = w
row-w-note = 가중치
row-b = b
row-b-note = 편향

table-step = 걸음
table-alpha = α
table-gradient = ∂L/∂α
table-loss = 손실 L
table-w = w
table-b = b

moment = { $symbol } = { $value }, 손실 { $loss }

derivative-html = ∂<i>f</i>/∂<i>{ $symbol }</i> = { $derivative } (<i>z</i> &lt; 0일 때), 0 (<i>z</i> ≥ 0일 때). 여기서 <i>z</i> = <i>w</i><i>x</i> + <i>b</i>

kept-html = <i>{ $symbol }</i>의 범위({ $low } ~ { $high }) 안에 머물도록: <i>{ $symbol }</i> = <strong>{ $kept }</strong>

descends-left-html = <strong>내려가는 중</strong>: ∂L/∂{ $symbol } = { $gradient }, 양수이므로 다음 걸음에서 { $symbol } 값이 작아집니다.

descends-right-html = <strong>내려가는 중</strong>: ∂L/∂{ $symbol } = { $gradient }, 음수이므로 다음 걸음에서 { $symbol } 값이 커집니다.

rises-html = 방금 걸음이 너무 컸습니다. 손실이 { $before }에서 { $after }까지 오히려 <strong>커졌습니다</strong>. 이 자리에서는 학습률({ $rate })이 너무 큽니다.

arrived-html = <strong>도착</strong>: { $symbol } = { $value }에서 기울기가 거의 남지 않았습니다. 데이터를 만든 값: { $symbol } = { $hidden }. 둘의 차이는 데이터에 섞인 잡음 때문입니다.

at-the-edge-html = { $symbol } = { $value }, <strong>범위의 끝</strong>입니다. 기울기는 더 가라고 하지만 { $symbol } 값은 여기서 멈춥니다.

silent-html = 가중합이 음수인 입력이 하나도 없어 { $symbol }에 대한 기울기가 <strong>정확히 0</strong>입니다. 지금 값이 맞든 틀리든 더 배우지 못합니다.

leaves-its-range-html = <strong>발산</strong>: { $step }번째 걸음이 골짜기를 건너뛰어 손실이 더 큰 곳으로, { $symbol }의 범위 밖까지 튀어 나갔습니다. 학습은 여기서 끝납니다. 학습률({ $rate })이 너무 큽니다.

explodes-html = <strong>발산</strong>: { $step }번째 걸음에서 손실이 { $loss }까지 커졌습니다. 학습은 여기서 끝납니다. 학습률({ $rate })이 너무 큽니다.

say-html = 가중합이 음수라서 { $symbol }의 기울기에 영향을 주는 점: { $all }개 가운데 { $negative }개.

data = 데이터와 지나온 걸음
now = 지금의 곡선과 손실
start = 처음 곡선, 지나온 길, 접선
point = 지금 있는 곳

describe = 점 { $points }개에 { $name } 곡선을 맞추는 경사 하강법입니다. 배우는 모양: { $symbol }, 학습률: { $rate }.
