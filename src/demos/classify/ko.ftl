demo-plot = 에포크
demo-help = 재생 버튼를 누르면 두 신경망이 함께 학습합니다. 막대를 끌면 지나간 에포크로 돌아갈 수 있습니다. 스페이스 키는 재생과 일시 정지, ← → 키는 한 에포크씩 이동입니다.

misconception-bad-at-everything-html = 활성화 함수가 없으면 나쁘다기보다, <strong>직선으로 나눌 수 있는 데이터까지만</strong> 풀 수 있습니다. 그런 데이터라면 선형 모델로도 충분합니다.
misconception-deeper-is-better-html = 층이 깊다고 늘 더 잘 배우는 것은 아닙니다. 시그모이드를 여러 겹 쌓으면 앞쪽 층의 기울기가 사라져, 얕은 신경망보다 못할 때가 많습니다.

control-f = 오른쪽 신경망의 활성화 함수
control-depth = 깊이 (은닉층의 수)
control-step = 에포크
control-data = 데이터
control-noise = 잡음
control-batch = 배치 크기

option-data-linear = 직선
option-data-xor = XOR
option-data-circle = 동심원
option-data-moons = 초승달
option-data-spiral = 나선

preset-line-is-enough = 직선으로 충분한 데이터
preset-exclusive-or = XOR
preset-two-spirals = 두 나선
preset-deep-sigmoid = 깊은 시그모이드
preset-deep-relu = 깊은 ReLU
preset-no-gradient = 계단 함수

picture-classify-without = 활성화 함수 없이
picture-classify-with = 활성화 함수를 넣어
picture-classify-progress = 에포크에 따른 손실과 정확도
picture-classify-norms = 층마다 받는 기울기의 크기 (마지막은 출력층)

readouts = 두 신경망의 성적
note = 참고

corner = 에포크 { $epoch }

column-loss = 손실
column-accuracy = 정확도

without-note = 경계는 언제나 직선
chosen-note = 같은 데이터, 같은 초깃값

without = 활성화 함수 없음

layer = 층

norm = 기울기의 크기: { $name }

moment = 정확도: 활성화 함수 없음 { $without }, { $name } { $accuracy }

line-html = 활성화 함수가 없는 신경망의 경계: { $line }

straight-html = 활성화 함수가 없는 쪽의 정확도: { $accuracy }. 층이 몇 개든 위의 식 하나로 접히기 때문에 경계는 <strong>직선</strong>을 벗어나지 못합니다.

line-diverged-html = 활성화 함수가 없는 쪽은 { $epoch }번째 에포크에서 <strong>발산</strong>했습니다. 발산하기 직전의 상태를 보여 줍니다.

starts-html = { $name }: 아직 배우기 전입니다. 두 신경망은 같은 초깃값에서 출발합니다.

overflows-html = { $name }: 층을 지날 때마다 값이 커져, 배우기도 전에 <strong>넘칩니다(overflow)</strong>. 아무것도 배울 수 없습니다.

diverged-html = { $name }: { $epoch }번째 에포크에서 <strong>발산</strong>했습니다. 학습률({ $rate })이 너무 큽니다. 발산하기 직전의 상태를 보여 줍니다.

no-gradient-html = { $name }: 은닉층이 받는 기울기가 <strong>모두 0</strong>이라 출력층만 배웁니다.

blocked-html = { $name }: 첫 층이 받는 기울기가 <strong>정확히 0</strong>입니다. 되돌아오는 길에 기울기가 끊겨 첫 층은 배우지 못합니다.

vanished-html = { $name }: 마지막 층의 기울기가 첫 층의 { $ratio }배입니다. <strong>기울기 소실</strong> 때문에 앞쪽 층이 거의 배우지 못합니다.

needs-no-bend-html = { $name }: 정확도 { $accuracy }. 이 데이터는 <strong>직선으로 충분합니다</strong>. 활성화 함수가 없는 쪽도 그만큼 맞힙니다.

learned-html = { $name }: 정확도 { $accuracy }. 경계를 <strong>구부려</strong> 두 무리를 나누었습니다.

learns-html = { $name }: 정확도 { $accuracy }. 경계가 구부러지면서 데이터에 맞춰지는 중입니다.

the-same-html = 오른쪽에도 항등 함수를 골랐으므로 두 신경망은 똑같습니다. 다른 함수를 골라 비교해 보세요.

negative = 한 무리의 점
positive = 다른 무리의 점
boundary = 나누는 경계, 손실 곡선
accuracy = 정확도 곡선

describe = 데이터 “{ $data }”를 나누도록 학습하는 두 신경망입니다. 하나는 활성화 함수가 없고, 다른 하나의 활성화 함수는 { $name }입니다. 은닉층 { $depth }개, 층마다 뉴런 { $width }개.
