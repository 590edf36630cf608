demo-plot = 쌓은 층의 수
demo-help = 재생 버튼를 누르면 한 층씩 쌓입니다. 가는 선은 그 층에 있는 뉴런들의 값, 굵은 선은 마지막 출력입니다. 스페이스 키는 재생과 일시 정지, ← → 키는 한 층씩 이동입니다.

misconception-biases-fold-html = 편향도 사라지지 않고 함께 접힙니다. <i>a</i>₂(<i>a</i>₁<i>x</i> + <i>c</i>₁) + <i>c</i>₂ = (<i>a</i>₂<i>a</i>₁)<i>x</i> + (<i>a</i>₂<i>c</i>₁ + <i>c</i>₂)이므로, 접은 결과는 원점을 지나는 직선이 아니라 <strong>아핀(affine) 함수</strong>입니다.
misconception-straight-lines-only-html = 선형 층만으로 학습하는 모델은 직선으로 나타낼 수 있는 관계만 배웁니다. 층이나 뉴런을 늘려도 마찬가지입니다.

control-f = 층 사이의 활성화 함수
control-step = 쌓은 층

preset-one-line = 활성화 함수 없이
preset-twenty-layers = 스무 층을 쌓아도
preset-with-relu = ReLU를 켜면
preset-more-kinks = 층과 뉴런을 더하면
preset-with-tanh = tanh를 켜면

picture-stack = 입력 x에 따른 값

readouts = 쌓은 층 전체의 결과
note = 뜻
quantity = 값
value = 지금

row-slope = a
row-slope-note = 직선의 기울기(휘어졌으면 가장 잘 맞는 직선의 기울기)
row-intercept = c
row-intercept-note = 그 직선의 절편
row-bend = 휘어짐
row-bend-note = 그 직선에서 가장 멀리 벗어난 거리
row-pieces = 조각
row-pieces-note = 곧은 조각의 수(곡선이면 ∞)

table-x = x
table-output = 출력
table-line = 가장 잘 맞는 직선

input = 입력 x

layer = { $layer }층의 뉴런 { $width }개

output = { $depth }층을 모두 지난 출력

stays-a-line-html = 활성화 함수 없이 쌓은 층 { $depth }개는 결국 <strong>직선 하나</strong>로 접힙니다: { $line }. 층을 더해도 기울기와 절편만 달라집니다.

single-html = 층이 하나뿐이면 사이에 들어갈 활성화 함수가 없어 직선 그대로입니다. 깊이를 2 이상으로 늘려 보세요.

bends-html = 층 사이에 { $name }: 출력이 곧은 조각 { $pieces }개로 이루어지고, 가장 잘 맞는 직선에서 최대 { $bend }만큼 <strong>벗어납니다</strong>. 층을 더하면 꺾이는 곳이 더 늘어날 수 있습니다.

stays-straight-html = 층 사이에 { $name }: 이 가중치로는 보이는 범위에서 꺾이는 뉴런이 없어 출력이 <strong>직선 하나</strong>입니다. 시드나 깊이를 바꿔 보세요.

dies-html = 층 사이에 { $name }: 어느 층의 뉴런이 모두 입력에 반응하지 않아 <strong>신호가 끊겼습니다</strong>. 어떤 x를 넣어도 출력이 같습니다. 층을 줄이거나 시드를 바꿔 보세요.

curves-html = 층 사이에 { $name }: 출력이 곡선이고, 가장 잘 맞는 직선에서 최대 { $bend }만큼 <strong>벗어납니다</strong>.

stack = 쌓은 층 전체의 출력
neurons = 이 층의 뉴런 하나
best = 가장 잘 맞는 직선

describe = 깊이 { $depth }, 너비 { $width }인 신경망의 출력을 입력 x에 대해 그린 그래프입니다. 활성화 함수: { $name }.
