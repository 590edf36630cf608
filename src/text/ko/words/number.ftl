unread = ‘{ $typed }’: 숫자로 읽을 수 없습니다. 0.5, -3, 1e-3처럼 적어 주세요.

limited = { $low } ~ { $high } 범위를 벗어나 가장 가까운 값({ $used })을 넣었습니다.

apart = 양 끝은 { $gap } 이상 떨어져 있어야 해서 { $low } ~ { $high } 범위로 맞췄습니다.

rounded = 정수만 쓸 수 있어 가장 가까운 값({ $used })을 넣었습니다.
