import datetime, time, warnings
def t(s, f):
    try: print(repr(datetime.datetime.strptime(s, f)))
    except Exception as e: print(type(e).__name__, e)
    try: print(time.strptime(s, f))
    except Exception as e: print(type(e).__name__, e)
t('2020-02-30','%Y-%m-%d'); t('2020-13-01','%Y-%m-%d'); t('13','%m'); t('5','%e'); t('01/02/20','%D'); t('10:11:12','%T'); t('2020-01-02','%F'); t('10:11','%R'); t('Jan','%h'); t('1','%G'); t('2020 10 1','%G %V %u'); t('2020 10 1','%Y %U %w'); t('2020 10 1','%Y %W %w'); t('2020 366','%Y %j'); t('2021 366','%Y %j'); t('99','%y'); t('68','%y'); t('69','%y')
t('12 AM','%I %p'); t('12 pm','%I %p'); t('1 pm','%I %p'); t('13 pm','%I %p'); t('10:20:61','%H:%M:%S'); t('10:20:60','%H:%M:%S')
t('1.5','%S.%f'); t('+0530','%z'); t('+05:30','%z'); t('Z','%z'); t('-05:30:10','%z'); t('-05:30:10.123','%z'); t('+0530x','%z'); t('UTC','%Z'); t('GMT','%Z'); t('utc','%Z'); t('EST','%Z')
t('Mon Jan  5 10:00:00 2015','%c'); t('01/05/15','%x'); t('10:00:00','%X'); t('monday','%A'); t('MON','%a'); t('january 3 2000','%B %d %Y'); t('100%','100%%'); t('a','%'); t('a%','a%'); t(' 2020','%Y'); t('2020 ','%Y'); t('2020  01','%Y %m'); t('202001','%Y%m'); t('2020-1-1','%Y-%m-%d'); t('','%Y'); t('x','x'); t('','')
t('2020 10','%G %V'); t('2020 10 1','%Y %V %u'); t('2020 10','%G %m'); t('2020 10 1', '%G %j %u')
t('a.b','a.b'); t('axb','a.b'); t('(2020)','(%Y)'); t('1','%q'); t('1', '%Y %Y'); t('2020 2021','%Y %Y'); t('31','%d'); t('Feb 29','%b %d')
t(5,'%Y'); t('5',5)
print(datetime.date.today().year); print(datetime.time(1,2).strftime('%H'))
