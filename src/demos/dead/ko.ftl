demo-plot = 학습 걸음
demo-help = 재생 버튼를 누르면 학습이 시작됩니다. 칸을 누르면 그 뉴런을 세 신경망에서 비교합니다. 스페이스 키는 재생과 일시 정지, ← → 키는 한 단계씩 이동입니다.

misconception-every-input-html = 입력 하나가 아니라 데이터의 <strong>모든</strong> 입력에서 가중합 <i>z</i>가 음수(또는 0)일 때 죽은 뉴런입니다. 그러면 ReLU의 <i>f</i>′(<i>z</i>)가 어디서나 0이라, 가중치 <i>w</i>는 물론 <strong>편향</strong> <i>b</i>와 출력 가중치 <i>v</i>가 받는 기울기까지 정확히 0이 됩니다.
misconception-not-dead-html = Leaky ReLU와 ELU에도 아무 점에도 반응하지 않는 뉴런이 생기지만, <strong>죽은 것은 아닙니다</strong>. 음수 쪽 <i>f</i>′(<i>z</i>)가 작을 뿐 0은 아니어서 계속 배우고, 손실이 줄어드는 쪽이면 되살아납니다. 다만 ELU의 기울기 α<i>e</i><sup><i>z</i></sup>은 <i>z</i>가 0보다 훨씬 작아지면 거의 사라집니다.
misconception-for-ever-html = 죽은 뉴런이 “다시는 배우지 못한다”는 말은 조금 지나칩니다. 더 깊은 신경망에서는 앞쪽 층이 달라지면서 되살아나기도 합니다. 여기서는 입력이 데이터 그 자체라 달라지지 않으므로, <strong>이 실험에서는</strong> 한번 죽은 뉴런이 끝까지 죽어 있습니다.

control-bias = 편향 초깃값의 중심
control-slope = Leaky ReLU의 음수 쪽 기울기
control-alpha = ELU의 α
control-neuron = 살펴볼 뉴런
control-step = 걸음

preset-dead-over-time = 학습하며 죽는 뉴런
preset-dead-calm = 작은 학습률
preset-dead-too-fast = 너무 큰 학습률
preset-dead-from-the-start = 처음부터 죽은 뉴런

picture-dead-relu = ReLU
picture-dead-leaky-relu = Leaky ReLU
picture-dead-elu = ELU
picture-dead-fit = 데이터와 세 신경망의 출력
picture-dead-neuron = 세 신경망에서 고른 뉴런 f(wx + b)
picture-dead-count = 걸음에 따른 반응하지 않는 뉴런의 수
picture-dead-loss = 걸음에 따른 손실

readouts = 지금 걸음의 세 신경망
note = 고른 뉴런
function = 함수

column-inactive-html = 반응하지 않는 뉴런
column-loss-html = <span>손실 <i>L</i></span>
column-gradient-html = <span>고른 뉴런의 |∇<i>L</i>|</span>

step = 걸음

dark-of = { $name }: 반응하지 않는 뉴런

loss-of = { $name }: 손실

moment = 반응하지 않는 뉴런: { $counts }

loses-html = { $name }: <strong>죽은 뉴런 { $dead }개</strong>. 기울기를 받지 못해 제자리에 멈췄고, 아직 배울 수 있는 뉴런은 64개 가운데 { $alive }개입니다. 손실 { $loss }.

all-dead-html = { $name }: <strong>뉴런 64개가 모두 죽었습니다</strong>. 어떤 입력에도 같은 값을 내보내고, 배울 수 있는 것은 출력의 편향 하나뿐입니다. 손실 { $loss }.

keeps-html = { $name }: 반응하지 않는 뉴런 { $inactive }개. 그래도 저마다 기울기를 받아 <strong>계속 배웁니다</strong>. 손실 { $loss }.

all-answer-html = { $name }: 모든 뉴런이 데이터의 일부에 반응합니다. 손실 { $loss }.

diverged-html = { $name }: <strong>발산</strong>. { $step }번째 걸음에서 손실이 { $loss }까지 커져 학습이 여기서 끝납니다. 이 함수에는 학습률({ $rate })이 너무 큽니다.

chosen-html = { $neuron }번 뉴런은 <i>z</i> = <i>w</i><i>x</i> + <i>b</i>를 계산해 <i>v</i>·<i>f</i>(<i>z</i>)를 내보냅니다. 점 { $points }개에서 가장 큰 가중합과, 세 값에 대한 손실의 기울기는 다음과 같습니다.

is-dead = 죽음: w, b, v의 기울기가 모두 0
is-dark = 반응하는 점은 없지만 계속 배움
has-ended = 발산하여 학습이 끝남

answers = 점 { $points }개 가운데 { $answers }개에 반응

lit = 뉴런: 반응하는 점이 많을수록 진한 색
dark = 반응하는 점이 없는 뉴런, X 표시는 기울기도 없는 죽은 뉴런
line = 신경망, 또는 고른 뉴런 f(wx + b)
data = 데이터

describe = 은닉층 뉴런이 { $width }개인 신경망 세 개가 ReLU, Leaky ReLU, ELU를 쓰며 같은 초깃값에서 같은 점 { $points }개를 배웁니다. 학습률: { $rate }, 편향 초깃값의 중심: { $bias }.
