name = 재생

play = 재생
pause = 일시 정지
to-start = 맨 앞으로
back = 한 단계 뒤로
on = 한 단계 앞으로
to-end = 맨 끝으로

speed = 속도

repeat = 반복
