lesson = 활성화 함수 수업

name = 대본

present = 발표
present-help = 발표 시작 (P)

bar = 발표 조작
leave = 발표 끝내기 (Esc)
previous = 이전 단계 (Page Up)
next = 다음 단계 (Page Down)

place = { $step } / { $steps }

again = 대본에 적힌 화면으로 돌아가기

black = 화면 끄기 (B)
is-black = 화면을 껐습니다. 아무 키나 누르면 다시 켜집니다.
full-screen = 전체 화면 (F)

code = QR 코드 (Q)
code-help = 휴대폰 카메라로 비추면 지금 이 화면이 열립니다.

code-of-file = 이 페이지는 파일로 열려 있어서 휴대폰으로 보낼 주소가 없습니다. 웹에 올린 페이지에서 QR 코드를 띄워 주세요.
code-of-this-machine = 이 주소는 이 컴퓨터에서만 열립니다. 휴대폰에서 열려면 웹에 올린 페이지에서 QR 코드를 띄워 주세요.
code-too-long = 이 화면의 주소가 QR 코드에 담기에는 너무 깁니다. 링크를 복사해서 나눠 주세요.

close = 닫기

which = 발표할 대본
mine = 내 대본
opened = 받은 대본

lead = 화면을 차례로 넘기며 발표할 대본입니다. 발표 중에는 Page Up·Page Down 키나 화살표 키, 스페이스 키로 넘기고, B 키로 화면을 끕니다.

empty = 내 대본이 아직 비어 있습니다. 보여 줄 화면을 만든 뒤 ‘이 화면 추가’를 눌러 보세요.

add = 이 화면 추가

now = 지금 화면: { $demo }

adopt = 내 대본으로 가져와 고치기
adopt-confirm = 지금 있는 내 대본이 이 대본으로 바뀝니다. 계속할까요?

title = 대본 제목
step-title = 제목
step-text = 한 문장 설명

show = 화면 보기
refresh = 지금 화면으로 바꾸기
up = 위로
down = 아래로
remove = 빼기

of-step = { $label }: { $step }단계 { $title }

copy-link = 대본 링크 복사
save = JSON 파일로 저장
open = JSON 파일 열기

file = activation-lab-script.json

has-opened = 대본을 열었습니다.

foreign = 이 JSON 파일은 여기서 만든 대본이 아닙니다.
too-large = 이 대본 파일은 너무 커서 열지 않았습니다.
without-steps = 이 대본에는 화면이 하나도 없습니다.

full = 대본에 담을 수 있는 화면은 200개까지입니다.

not-kept = 이 브라우저가 저장을 막아 두어서, 페이지를 닫으면 내 대본이 사라집니다. JSON 파일로 저장해 두세요.

lesson-functions-title = 여섯 개의 활성화 함수
lesson-functions-text = 오늘 만날 함수들입니다. 위는 함수의 값, 아래는 학습에 쓰이는 기울기입니다.
lesson-neuron-title = 뉴런 하나가 하는 일
lesson-neuron-text = 입력에 가중치를 곱하고 편향을 더한 합 z를 활성화 함수에 통과시키면 뉴런의 출력이 됩니다.
lesson-collapse-title = 활성화 함수가 없다면
lesson-collapse-text = 선형 층은 아무리 쌓아도 직선 하나로 접힙니다. 기울기와 절편만 달라집니다.
lesson-bend-title = ReLU를 켜면
lesson-bend-text = 층 사이에 활성화 함수가 들어가면 직선이 꺾이고, 층을 더하면 더 많이 꺾일 수 있습니다.
lesson-learning-title = 신경망이 배우는 법
lesson-learning-text = 손실의 골짜기에서 기울기의 반대쪽으로 한 걸음씩 내려갑니다. 학습률이 걸음의 크기를 정합니다.
lesson-boundary-title = 직선으로는 나눌 수 없는 데이터
lesson-boundary-text = 같은 데이터를 나란히 학습합니다. 활성화 함수가 없는 쪽의 경계는 끝까지 직선입니다.
lesson-steps-title = 미분할 수 있어야 배웁니다
lesson-steps-text = 계단 함수의 기울기는 미분할 수 있는 곳이면 어디서나 0이라, 역전파로 전해질 것이 없습니다.
lesson-sigmoid-title = 시그모이드의 기울기를 그려 보세요
lesson-sigmoid-text = 가장 가파른 곳은 어디이고, 그 기울기는 얼마일까요?
lesson-saturation-title = 포화: 입력의 절댓값이 크면 거의 배우지 못합니다
lesson-saturation-text = 시그모이드의 기울기는 x = 0에서 0.25가 최대이고, x = 6에서는 0.0025밖에 되지 않습니다.
lesson-depth-title = 열 층을 거슬러 온 기울기는?
lesson-depth-text = 층마다 최대 0.25가 곱해집니다. 출력에서 1로 출발한 기울기는 앞쪽 층에 얼마나 도달할까요?
lesson-vanishing-title = 기울기 소실
lesson-vanishing-text = 재생 버튼을 누르면 신호가 앞으로, 기울기가 뒤로 흐릅니다. 시그모이드 열 층이면 기울기가 1000만분의 3만 남습니다.
lesson-weights-title = 가중치가 크면 괜찮을까요?
lesson-weights-text = 층마다 곱해지는 값은 |w|·σ′(z)입니다. w를 키우면 z도 커져 포화되기 쉽습니다.
lesson-tanh-title = tanh: 0을 중심으로
lesson-tanh-text = 출력이 −1과 1 사이이고 기울기의 최댓값은 1입니다. 그래도 시그모이드처럼 포화됩니다.
lesson-relu-title = ReLU: 양수는 그대로
lesson-relu-text = 양수에서는 기울기가 늘 1입니다. 0에서는 미분할 수 없고, 이 페이지는 PyTorch, JAX, Keras처럼 0을 씁니다.
lesson-dead-title = 죽은 뉴런
lesson-dead-text = 모든 데이터에서 가중합이 음수가 된 ReLU 뉴런은 꺼집니다. 같은 초깃값에서 Leaky ReLU, ELU와 비교해 보세요.
lesson-leaky-relu-title = Leaky ReLU: 음수에도 작은 기울기
lesson-leaky-relu-text = 음수 쪽에 작은 기울기를 남겨 두면 꺼진 뉴런도 다시 배울 수 있습니다.
lesson-elu-title = ELU의 기울기를 그려 보세요
lesson-elu-text = 음수 쪽의 값은 −α와 0 사이에 있습니다. 기울기는 어떤 모양일까요?
lesson-alpha-title = α도 배울 수 있습니다
lesson-alpha-text = α를 매개변수로 두면 역전파로 함께 학습합니다. 맞춰야 할 값이 하나 늘어납니다.
lesson-maxout-title = Maxout: 가장 큰 것을 고르기
lesson-maxout-text = 학습되는 직선들 가운데 가장 큰 값을 고릅니다. 서로 독립인 값들 가운데 고르면 분산이 줄지만, 가파른 직선을 지나면 늘기도 합니다.
