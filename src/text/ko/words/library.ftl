more = 함수 더 보기

search = 검색: GELU, 실루, hard_swish …
properties = 이 성질을 지닌 함수만
list = 함수

found =
    { $count ->
        [0] 이런 이름과 성질을 지닌 함수가 없습니다.
       *[other] 함수 { $count }개
    }

s-shaped = S자 모양
rectifiers = ReLU 계열
smooth-rectifiers = 매끄러운 ReLU 계열
gated = 자기 게이트 계열(self-gated)
shrinkage = 축소 함수(shrinkage)
periodic = 주기 함수
bump = 봉우리 모양
other = 그 밖의 함수

bounded = 유계
monotone = 단조
smooth = 꺾이지 않음
zero-centred = 0 중심
keeps-slope = 포화되지 않음

compare = 비교

frameworks = 프레임워크에서 쓰는 이름
no-framework = PyTorch, JAX, Keras, TensorFlow, ONNX에는 없습니다.

own = 내 함수
own-choice = 직접 쓰기
own-also = own, 나만의 함수, 직접 입력, 직접 쓰기, 사용자 함수, 수식, 식

own-label = f(x) =

own-help = x, 숫자, + − * / ^, 괄호, exp, ln, sqrt, abs, sin, cos, tanh, erf, max, min, if(x > 0, a, b)를 쓸 수 있습니다. gelu(x), leaky_relu(x, 0.2)처럼 이 페이지의 함수도 모두 쓸 수 있습니다.
own-grammar = 쓸 수 있는 것

own-examples = 예
own-polynomial = 다항식
own-swish = Swish, β = 1.7
own-bump = 봉우리
own-staircase = 계단

fault-empty = x의 함수를 적어 주세요.
fault-too-long = 너무 깁니다. 500자까지 쓸 수 있습니다.

fault-at = { $place }번째 글자: { $fault }

fault-too-deep = 괄호나 부호, 거듭제곱이 너무 깊게 겹쳐 있습니다.
fault-character = ‘{ $found }’ 문자는 여기에 쓸 수 없습니다.
fault-number = ‘{ $found }’ 대신 쓸 수 있는 숫자를 적어 주세요.
fault-name = ‘{ $found }’라는 이름의 함수는 없습니다.
fault-value = 숫자나 x, 함수, 여는 괄호가 와야 합니다.
fault-operator = +나 * 같은 연산자가 와야 합니다.
fault-opening = 여는 괄호가 와야 합니다.
fault-closing = 쉼표나 닫는 괄호가 와야 합니다.
fault-comparison = <, <=, >, >= 가운데 하나가 와야 합니다.
fault-arguments = ‘{ $found }’ 함수에는 인수를 { $least }개에서 { $most }개까지 적어야 합니다.
fault-arguments-exact = ‘{ $found }’ 함수에는 인수를 { $count }개 적어야 합니다.
fault-parameter = 매개변수 ‘{ $found }’ 자리에는 { $low }에서 { $high } 사이의 숫자만 쓸 수 있고, x는 쓸 수 없습니다.

own-stays = 마지막으로 읽을 수 있었던 함수를 그대로 둡니다.

objections = 활성화 함수로 괜찮을까요?
no-objection = −10에서 10까지 보면 걸리는 점이 없습니다. 직선이 아니고, 기울기가 양쪽에서 모두 사라지거나 2를 넘지도 않으며, 출력의 평균도 0에 가깝습니다.
objection-undefined = x = { $at }에서 값이 없습니다. 신경망의 입력이 여기에 닿으면 더는 계산할 수 없습니다.
objection-infinite = x = { $at }에서 수로 나타낼 수 없을 만큼 커져서 학습이 넘칩니다.
objection-line = −10에서 10까지 직선이므로 층을 아무리 쌓아도 한 층과 같습니다.
objection-no-gradient = 기울기가 어디서나 0이어서 아무것도 배울 수 없습니다.
objection-jumps = x = { $at }에서 값이 건너뛰지만, 기울기에는 그것이 나타나지 않습니다.
objection-saturates = 입력이 크면 양쪽 모두 기울기가 거의 0이어서 깊은 신경망에서 기울기가 사라집니다.
objection-dead-negative = 입력이 음수이면 기울기가 늘 0이어서 뉴런이 죽을 수 있습니다.
objection-dead-positive = 입력이 양수이면 기울기가 늘 0이어서 뉴런이 죽을 수 있습니다.
objection-steep = x = { $at }에서 기울기의 크기가 { $slope }이어서 깊은 신경망에서 기울기가 폭발할 수 있습니다.
objection-off-centre = 입력이 표준 정규분포를 따를 때 출력의 평균이 0이 아니라 { $mean }입니다.
own-facts = 알 수 있는 성질
