demo-plot = 경사 하강법의 걸음
demo-help = 재생 버튼을 누르면 공이 손실의 골짜기를 한 걸음씩 내려갑니다. 가중치의 초깃값 w와 학습률 η, 활성화 함수를 바꿔 보세요. 스페이스 키는 재생과 일시 정지, ← → 키는 한 걸음씩 이동입니다.

misconception-one-point-html = 이 예제는 데이터가 점 하나뿐이어서 손실이 0인 가중치가 있습니다. 데이터가 많으면 점마다 구한 손실의 평균을 줄이며, 그 최솟값은 보통 0이 아닙니다.
misconception-large-step-html = 기울기는 <strong>지금 자리에서</strong> 어느 쪽이 내리막인지만 알려 줍니다. 한 걸음이 크면 기울기를 잰 자리를 벗어나므로 손실이 커질 수도 있습니다.

control-f = 활성화 함수
control-w = 가중치 w의 초깃값
control-step = 경사 하강법의 걸음

preset-descent-good = 알맞은 학습률
preset-descent-slow = 너무 작은 학습률
preset-descent-to-and-fro = 골짜기를 오가며
preset-descent-diverged = 너무 큰 학습률: 발산
preset-descent-plateau = 시그모이드의 평평한 곳
preset-descent-relu = ReLU의 평평한 쪽으로
preset-descent-step = 계단 함수

picture-descent-valley = 가중치 w에 따른 손실 L(w), 접선의 기울기가 ∂L/∂w
picture-descent-fit = 입력 x에 따른 출력 f(wx)와 데이터
picture-descent-loss = 걸음에 따른 손실

readouts = 이 걸음의 값
note = 뜻
quantity = 값
value = 지금

row-w = w
row-w-note = 지금의 가중치
row-output = a
row-output-note = 뉴런의 출력 f(wx)
row-loss = L
row-loss-note = 손실, (a − y)²
row-gradient = ∂L/∂w
row-gradient-note = 손실의 기울기
row-next = 다음 w
row-next-note = w − η·∂L/∂w

table-step = 걸음
table-w = w
table-output = a
table-loss = 손실 L
table-gradient = ∂L/∂w

moment = w = { $weight }, 손실 { $loss }

descends-left-html = <strong>왼쪽으로 내려갑니다</strong>. 기울기({ $gradient })가 양수, 곧 오른쪽이 오르막이므로 다음 걸음에서 w가 작아집니다.

descends-right-html = <strong>오른쪽으로 내려갑니다</strong>. 기울기({ $gradient })가 음수, 곧 오른쪽이 내리막이므로 다음 걸음에서 w가 커집니다.

too-slow-html = { $steps }걸음을 걸었지만 <strong>아직 도착하지 못했습니다</strong>. 지금 학습률(η = { $rate })로는 걸음이 너무 작습니다.

crosses-html = 방금 걸음이 <strong>가장 낮은 곳을 지나쳐</strong> 건너편으로 넘어갔습니다. 그래도 손실은 작아졌습니다({ $before } → { $after }).

bounces-html = 방금 걸음이 가장 낮은 곳을 지나쳐 <strong>똑같은 높이</strong>의 건너편으로 넘어갔습니다. 손실({ $loss })이 줄지 않으니 이 학습률(η = { $rate })로는 두 자리를 오갈 뿐입니다.

rises-html = 방금 걸음이 너무 커서 손실이 오히려 <strong>커졌습니다</strong>({ $before } → { $after }). 이 자리에서는 학습률(η = { $rate })이 너무 큽니다.

arrived-html = <strong>도착</strong>: w = { $weight }일 때 출력 a = { $output }, 정답 y = { $target }. 출력과 정답의 차이가 0.01보다 작습니다.

flat-html = <strong>평평한 곳에 갇혀 있습니다</strong>. f′(z) = { $slope }, 0에 가까워 손실의 기울기({ $gradient })도 0에 가깝습니다. 출력은 아직 정답과 다른데 w는 거의 움직이지 않습니다.

no-gradient-html = 기울기가 <strong>정확히 0</strong>입니다. 출력이 정답과 달라도 f′(z) = 0이어서 곱이 0이 되고, w는 몇 걸음을 걸어도 그대로입니다.

diverged-html = <strong>발산</strong>: 걸을 때마다 더 높은 곳으로 튀어 { $step }번째 걸음에서 손실이 한계를 넘었습니다(L = { $loss }). 학습은 여기서 끝납니다. 학습률(η = { $rate })이 너무 큽니다.

on-kink-html = 지금 z는 f를 미분할 수 없는 점입니다. 여기서 이 페이지가 쓰는 값: f′(z) = { $used }.

now = 지금의 손실과 출력
point = 지금 자리
path = 지나온 자리
aids = 접선, 지나온 길, 처음 출력, 정답까지 남은 차이
next = 다음 걸음
target = 다음 걸음이 닿는 곳, 데이터의 점 (x, y)

describe = 가중치가 하나인 뉴런이 경사 하강법으로 점 ({ $input }, { $target }) 하나를 배웁니다. 활성화 함수: { $name }, 학습률: { $rate }.
