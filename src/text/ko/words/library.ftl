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
no-framework = PyTorch, JAX, Keras, ONNX에는 없습니다.
