title = 활성화 함수 실험실

description = 활성화 함수와 기울기를 직접 움직여 보며 배웁니다. 기울기 소실, 죽은 뉴런, 하나로 합쳐지는 층까지 신경망 안에서 무슨 일이 일어나는지 눈으로 확인해 보세요.
locale = ko_KR
preview = 여섯 활성화 함수의 곡선

choose-language = 언어

choose-theme = 테마
theme-system = 시스템 설정
theme-light = 밝게
theme-dark = 어둡게

copy-link = 링크 복사
link-copied = 링크를 복사했습니다

copy-by-hand = 아래 주소를 직접 복사해 주세요

presets = 예시

share = 공유
share-as = 넣을 곳

share-locks = 고정할 값 (학생이 바꿀 수 없습니다)

locked = 이 링크를 만든 사람이 흐리게 보이는 값을 고정해 두었습니다.

at-most = 함수는 한 번에 { $most }개까지 볼 수 있습니다. 먼저 다른 함수를 빼 주세요.

full-page = 활성화 함수 실험실에서 크게 보기

reset = { $label }: 처음 값으로

exact-number = { $label }: 숫자로 입력

unknown-view = 이 링크가 가리키는 화면을 찾지 못해 첫 화면을 열었습니다.

data-table = 그래프의 수치를 표로 보기

numbers = 지금 값

more-plots = 다른 그래프: { $captions }

contents = 차례

previous = 이전: { $title }

next = 다음: { $title }

onward = 이전과 다음

notes = 흔한 오해

parameters-of = { $name }의 매개변수

format-link = 학생에게 줄 링크
format-html = 블로그(HTML)
format-iframe = HTML, 스크립트 없이
format-markdown = Markdown(그림과 링크)
format-jupyter = Jupyter 노트북
format-quarto = Quarto, reveal.js 슬라이드
format-bibtex = 인용(BibTeX)

missing = 페이지의 이 부분을 불러오지 못했습니다. 네트워크가 끊겼거나 페이지의 새 버전이 나왔을 수 있습니다.
missing-again = 다시 시도
missing-reload = 페이지 새로 고침
