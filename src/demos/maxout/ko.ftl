demo-plot = 그래프 위의 위치 x
demo-help = 동그란 손잡이를 끌어 보세요. x = 0에 있는 손잡이는 직선을 위아래로 옮기고, 다른 손잡이는 직선을 기울입니다. 그 밖의 곳을 누르거나 끌면 x가 움직입니다. 키보드로는 ← → 키(Shift를 함께 누르면 열 배), Home과 End 키를 쓰세요.

misconception-ties-html = 여러 조각의 값이 같은 자리에서 이 페이지는 그중 첫째 조각에 기울기를 모두 줍니다. 축을 하나 지정한 PyTorch의 <code translate="no">max</code>도 그렇습니다. PyTorch의 <code translate="no">amax</code>, JAX와 Keras(JAX·TensorFlow 백엔드)의 <code translate="no">max</code>는 값이 같은 조각들에 똑같이 나누어 줍니다.
misconception-as-leaky-relu-html = max(<i>x</i>, <i>s</i>·<i>x</i>)가 기울기 <i>s</i>인 Leaky ReLU와 같은 것은 <i>s</i> ≤ 1일 때뿐입니다. <i>s</i>가 1보다 크면 두 조각의 자리가 바뀝니다.

control-k = 조각의 수 k
control-w3 = 기울기 w₃
control-b3 = 절편 b₃
control-w4 = 기울기 w₄
control-b4 = 절편 b₄
control-w5 = 기울기 w₅
control-b5 = 절편 b₅
control-samples = 표본의 수

preset-two-lines = 직선 두 개
preset-as-relu = ReLU
preset-as-absolute = |x|
preset-as-leaky-relu = Leaky ReLU
preset-steep-lines = 가파른 직선 x와 3x
preset-five-tangents = 조각 다섯 개로 포물선 흉내 내기

picture-envelope = 조각들과 그중 가장 큰 값 f(x)
picture-inputs = 입력 x: 표준정규분포 난수
picture-outputs = 출력 f(x): 위의 직선들에 x를 넣은 값
picture-maximum = 비교: 서로 독립인 난수들 중 가장 큰 값

readouts = 현재 위치의 값과 난수의 통계
note = 뜻
value = 지금

row-value = f(x)
row-value-note = 가장 큰 조각의 값
row-winner = 이긴 조각
row-winner-note = 가장 큰 조각의 번호, 기울기를 받는 조각
row-gradient = f′(x)
row-gradient-note = 이긴 조각의 기울기

row-parameters = 매개변수의 수

row-parameters-note = 조각 { $k }개: 가중치 { $k }개, 편향 { $k }개 (ReLU 뉴런이라면 가중치 1개, 편향 1개)

row-mean-in = 입력 x의 평균
row-variance-in = 입력 x의 분산
row-mean-f = f(x)의 평균
row-variance-f = f(x)의 분산
row-mean-largest = 독립인 수들의 최댓값의 평균
row-variance-largest = 독립인 수들의 최댓값의 분산

exact = 정확한 값: { $value }

piece = 조각 { $piece }

wins-html = 이 위치에서는 { $winner }번 조각이 <strong>이깁니다</strong>. 기울기는 이 조각에만 흐르고, 나머지 조각은 이 입력에서 아무것도 배우지 못합니다.

tie-html = 이 위치에서는 { $pieces } 조각의 값이 <strong>같습니다</strong>. 이럴 때 이 페이지는 그중 첫째인 { $winner }번 조각에 기울기를 줍니다.

tied-piece = { $piece }번

tied-and-more = { $pieces }, { $piece }

tied-and-last = { $pieces }, { $piece }

through-lines-gone-html = x를 위의 직선들에 넣어 얻은 f(x)의 분산: { $variance }. x의 분산 1이 <strong>모두 사라졌습니다</strong>. 어떤 x를 넣어도 값이 같으므로 x에 대한 정보가 남지 않습니다.

through-lines-moved-html = x를 위의 직선들에 넣어 얻은 f(x)의 분산: { $variance }. x의 분산과 <strong>같습니다</strong>. 기울기가 1이나 −1인 직선 하나는 값을 옮기거나 뒤집기만 합니다.

through-lines-balanced-html = x를 위의 직선들에 넣어 얻은 f(x)의 분산: { $variance }. x의 분산과 <strong>같습니다</strong>. 값의 간격을 벌리는 효과와 좁히는 효과가 서로 상쇄됩니다.

through-lines-larger-html = x를 위의 직선들에 넣어 얻은 f(x)의 분산: { $variance }. x의 분산 1보다 <strong>큽니다</strong>. 기울기의 크기가 1보다 큰 직선이 값의 간격을 벌리기 때문입니다.

through-lines-smaller-html = x를 위의 직선들에 넣어 얻은 f(x)의 분산: { $variance }. x의 분산 1보다 <strong>작습니다</strong>. 출력에 기울기의 크기가 1보다 큰 부분이 없어, 어느 두 값의 간격도 벌어지지 않기 때문입니다.

through-lines-smaller-though-steep-html = x를 위의 직선들에 넣어 얻은 f(x)의 분산: { $variance }. x의 분산 1보다 <strong>작습니다</strong>. 기울기의 크기가 1보다 큰 부분이 있지만, 더 완만한 부분이나 부호가 반대인 기울기가 값을 모으는 효과가 더 크기 때문입니다.

of-independent-html = 서로 <strong>독립</strong>인 표준정규분포 난수 { $k }개 중 가장 큰 값의 분산: { $variance }. 1보다 <strong>작습니다</strong>. { $k }개가 모두 작아야 가장 큰 값도 작으므로, 작은 값이 드물어지고 결과가 한쪽에 모입니다.

envelope = 출력: 가장 큰 조각
pieces = 조각 wᵢx + bᵢ
handle = 끌어서 조각을 옮기거나 기울이는 손잡이
bar = 난수의 비율(밀도)
band = 평균 ± 표준편차, 가는 선은 평균

describe = 조각이 { $k }개인 Maxout입니다. x = { $x }일 때 값 { $value }, 이긴 조각 { $winner }번. 아래는 표준정규분포 입력 x, 출력 f(x), 서로 독립인 난수 { $k }개 중 가장 큰 값의 히스토그램입니다.
