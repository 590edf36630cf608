name = 먼저 맞혀 보기

which = 어느 그래프를 맞혀 볼까요?

no-curve = 지금은 맞혀 볼 곡선이 없습니다. 함수를 고르거나 재생을 더 진행해 보세요.

draw = 곡선을 숨겼습니다. 어떤 모양일지 먼저 그려 보세요.

how = 마우스나 손가락으로 그래프 위에 그립니다. 같은 자리를 다시 지나가면 고쳐집니다. 키보드로는 ← → 키로 나아가고 ↑ ↓ 키로 높이를 바꾼 뒤 Enter 키로 확인합니다.

series = 맞혀 볼 함수

reveal = 확인
clear = 지우기
stop = 그만두기
again = 다시 그리기

hidden = 맞혀 보는 동안에는 답을 숨깁니다.

off = 세로축 높이를 100%로 볼 때 평균 { $percentage } 벗어났습니다.

verdict-same = 거의 똑같습니다.
verdict-shape = 모양을 잘 짚었습니다.
verdict-trend = 큰 흐름은 비슷합니다.
verdict-different = 예상과 많이 다릅니다. 어디서 달라졌는지 살펴보세요.

farthest = 가장 많이 벗어난 곳: 가로축 { $x } ({ $percentage }).

covered = 그린 구간: 곡선의 { $percentage }.

nothing = 그린 곳이 없어 비교하지 못했습니다.

pen = 가로축 { $x }, 높이 { $y }

pen-name = 그리는 위치
