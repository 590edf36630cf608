show = { $name } 그래프 보기

more = 자세히

formula = 식
derivative = 도함수
advantages = 장점
drawbacks = 단점
no-drawbacks = 이 글에서 따로 꼽는 단점은 없습니다.
notes = 참고
facts = 성질
range = 치역

only-two-values = {"{"}{ $low }, { $high }{"}"} (두 값뿐)
zero-centred = 0 중심
yes = 예
no = 아니요
unknown = 알 수 없음
no-limit = 극한 없음
monotone = 단조성

monotone-increasing = 항상 증가
monotone-non-decreasing = 감소하지 않음
monotone-decreasing = 항상 감소
monotone-non-increasing = 증가하지 않음
monotone-constant = 상수
not-monotone = 단조가 아님 ({ $trends })
falls-and-then = 감소하다가
falls = 감소
is-flat-and-then = 일정하다가
is-flat = 일정
rises-and-then = 증가하다가
rises = 증가
alternates = 증가와 감소를 끝없이 되풀이
parity = 대칭성

parity-odd = 원점 대칭 (홀함수)
parity-even = y축 대칭 (짝함수)
parity-neither = 없음
smoothness = 매끄러움

smoothness-discontinuous = 불연속
smoothness-continuous = 연속이지만 꺾임 (C⁰)
smoothness-once = 한 번 미분한 것까지 연속 (C¹)
smoothness-twice = 두 번 미분한 것까지 연속 (C²)
smoothness-infinite = 무한 번 미분 가능 (C∞)

slopes-at-infinity = 양 끝의 기울기 (x → −∞, x → ∞)

turn-is = x = { $at }에서 { $value }
turns = 극값
no-turn = 없음

turns-and-so-on = { $turns }, 이렇게 되풀이

no-bound = 한없이 커짐
only-approached = 다가가기만 함

kink = 미분 불가능한 점
no-kink = 없음

kink-is = x = { $at }: 왼쪽 { $left }, 오른쪽 { $right }, 이 페이지에서는 { $used }{ $frameworks }

like-frameworks = ({ $names }도 같음)

unlike-frameworks = ({ $slopes })

source = 출처

condition-function = 함수
condition-non-linear = 비선형인가
condition-differentiable = 미분할 수 있는가
condition-steepest = 기울기의 최대 크기
condition-fades = 기울기가 0으로 가는 쪽
condition-zero-centred = 0 중심인가
condition-range = 치역

conditions-caption = 두 조건과 함께 볼 성질. 매개변수는 살펴보기에서 고른 값입니다.

everywhere = 어디서나

but-at = x = { $places } 제외

always-zero = 기울기가 늘 0

fades-both = 양쪽
fades-left = 왼쪽(x → −∞)
fades-right = 오른쪽(x → ∞)
fades-nowhere = 없음
