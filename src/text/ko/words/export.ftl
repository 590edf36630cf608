name = 내보내기

picture = 그림

save-picture = 그림 저장

save-numbers = 수치 저장

no-picture = 브라우저가 이 그림을 만들지 못했습니다. 더 작은 크기나 SVG로 저장해 보세요.
no-file = 브라우저가 파일을 만들지 못했습니다. 이 페이지를 Safari나 Chrome 같은 브라우저에서 열어 다시 시도해 보세요.

saved = { $name } 파일을 브라우저에 넘겼습니다.

open-saved = 새 탭에서 파일 열기
saved-nowhere = 저장되지 않았다면 새 탭에서 열어 저장해 보세요. 메신저 안의 브라우저는 저장을 막기도 합니다. 그럴 때는 이 페이지를 Safari나 Chrome 같은 브라우저에서 열어 주세요.

open = 내보낸 파일 열기
open-help = 여기서 저장한 PNG와 SVG 파일에는 그 화면의 링크가 들어 있습니다. 파일을 고르거나 페이지 아무 데나 끌어다 놓으면 그 화면으로 돌아갑니다.

opened = 파일에 담긴 화면으로 돌아왔습니다.

foreign = 이 파일에는 여기 화면의 정보가 없습니다. 여기서 내보낸 PNG와 SVG 파일만 열 수 있습니다.
too-large = 파일이 너무 커서 열지 않았습니다. 여기서 내보낸 파일은 이만큼 크지 않습니다.
unreadable = 파일을 읽지 못했습니다. 클라우드에 있는 파일이라면 기기에 먼저 내려받은 뒤 다시 열어 보세요.

code = 코드로 보기
code-language = 언어

copy-code = 복사
code-copied = 복사했습니다

copy-code-by-hand = 내용을 선택해 직접 복사해 주세요
