import { isEnglish } from './words.ts'

const ZH = `shengmian —— 生面：交叉巡察的编组与核验

  shengmian plan    问题.json --out 计划.json [--seed 十六进制] [--effort quick|normal|long|N] [--keep 旧计划.json] [--progress] [--workers N]
        求一份计划：谁去哪里。同一问题、种子、力度，在任何机器上逐字节相同。
        --seed      种子，64 位十六进制，默认全 0
        --effort    力度：按迭代次数计，不按时间；默认 normal
        --keep      先求与旧计划相比变动的人最少，再求其他
        --progress  在标准错误输出上报告代价、下界和差距
        Ctrl-C 停止并写出目前最好的计划；其中的 effort 可用来重现。
        限片区的 JSON 行文件按片区分开求解：同时 N 个（默认每核一个），全部完成才写出；Ctrl-C 则什么也不写。

  shengmian verify  问题.json 计划.json
        独立核验：自己的回避规则，自己的关系强度，与求解程序不共用代码。

  shengmian explain 问题.json 计划.json --person 人员 --team 组 [--seed 十六进制] [--effort quick|normal|long|N]
        为什么在、为什么不在、换了会怎样。

  shengmian repair  问题.json 计划.json --out 新计划.json
        问题改动后（补报关系、退出、异议）修补原计划：去处不变，变动的人最少，并说明何以不能更少。
        超出逐步换三人的，改按 plan --keep 求解，并说明未证明最少。

  shengmian compare 问题.json [--modes local,rotation,…] [--effort quick|normal|long|N] [--seed 十六进制] [--tickets N]
                    [--rates 费用.json] [--out 比选.json] [--progress]
        方式比选：同一批人员、对象、关系，按本地（现状）、轮换、统配、提级、帮扶、分散各编一次，逐项并列，不打总分。Ctrl-C 写出已算完的方式。
        --tickets   按 N 签试排，给出最易被猜中的一对的概率；--rates {fenPerKm, fenPerDay, source} 才算费用。

  shengmian draw    rehearse|freeze|commit|dice|reveal|public|portfolio|pick|withdraw|abort|branch|verify 文件夹 …
        抽签：冻结、各方承诺与公开、签单、抽定、退出、核验。只用文件，不联网。步骤见 engines/dispatch/README.md。
        draw verify 文件夹 [--kept 自留凭据文件夹]   在另一台机器上重放，逐字节比对，指出第一处不符。

  shengmian rotate  轮换.json --count | --out 排表.json [--seed 十六进制] [--draw]
        “推磨”轮换：各片区还有几轮、到哪里为止；排出所要的轮次；或抽出下一轮，每种合法轮次机会均等。
        verify 也核验轮换。

  shengmian calendar 日历.json --out 安排.json [--seed 十六进制] [--keep 旧安排.json] [--workers N] [--progress]
        五年规划排期：每个单位一次，避开换届、农忙等窗口，不超过各时段组日；先急后缓，再少进乡镇，再求均衡。
        --keep      其余相同者，改动旧安排最少。verify 也核验排期。
        --workers   各地区分线程求解，两千个单位以上默认每核一个线程；几个线程，结果都逐字节相同。

  shengmian ties    关系.parquet --inspectors 名单.txt --officials 名单.txt --out 关系链.csv|.parquet
        每名巡察人员到每名干部至多三步的最强关系链（千分数）。关系文件须有 a、b、strength 三列；名单每行一个编号。

  shengmian ledger  export 文件夹 [--database 地址 | --data 数据文件夹] [--without-rows]
                    verify 文件夹|记录.ledger.json [--policy 策略] [--checkpoint 留存的检查点] [--copy 旧副本文件夹]
                    witness --name 名称 --key 密钥.pem --logs 策略 --state 状态.jsonl [--port N] [--host H]
        存证日志：导出；离线核验（签名、见证、全部条目、逐条记录、现有数据），指出被改、被删、倒填、换序、退回旧状的记录；为他方作见证。
        见 docs/ledger.md。

  shengmian report  receipt [--read 查询码]
                    seal 内容.json --manifest 钥匙单 --root 根钥.pub --receipt 查询码 --out 文件夹 [--attachments 文件夹]
                    open 件.age --key 钥匙 --round 轮次 [--attachments 文件夹] [--name-key 姓名钥]
                    reply 件.age 答复.txt … | replies 文件夹 … | count 文件夹 --key 钥匙 --round 轮次 --begins 日期
                    root 文件 | epoch 文件夹 … | split 钥匙 … | join 文件夹 --out 钥匙
                    publish … | fetch 文件夹 … | post 答复.age … | revoke 海报 …   --desk 代码 [--database 地址 | --data 文件夹]
        群众反映的密封、打开、答复，与钥匙的生成、轮换、分存、合成：只用文件，不联网；末行四项在本机数据库上公布钥匙单、取件、放答复、停用海报。见 docs/formats/sealing.md、engines/sealing/README.md。

退出码：0 已写出计划 / 计划有效；1 计划违反规则，每条一行“规则 对象 — 事实”；2 输入有误，什么也不写；3 不可能有计划。
文件格式见 engines/dispatch/README.md。`

const EN = `shengmian — composes and verifies rounds of cross-inspection

  shengmian plan    PROBLEM --out PLAN [--seed HEX] [--effort quick|normal|long|N] [--keep PLAN] [--progress] [--workers N]
        Makes a plan: who goes where. The same problem, seed and effort give the same bytes on any machine.
        --seed      64 hexadecimal digits, zeros unless given
        --effort    counted in iterations, never in seconds; normal unless given
        --keep      first of all move as few people as possible against this older plan
        --progress  reports cost, bound and gap on standard error
        Ctrl-C stops and writes the best plan so far; its effort replays it.
        JSON lines bound to zones are planned zone by zone, N at a time (one a core unless given), and written when
        all are there; Ctrl-C then writes nothing.

  shengmian verify  PROBLEM PLAN
        Checks independently: its own bars, its own exposures, no code shared with the solver.

  shengmian explain PROBLEM PLAN --person P --team T [--seed HEX] [--effort quick|normal|long|N]
        Why he is there, why not, and what a change would cost.

  shengmian repair  PROBLEM PLAN --out NEW-PLAN
        Mends a plan of before the problem changed (a tie declared late, a withdrawal, an objection): places kept, the
        fewest people moved, and why no fewer. Where three people moved do not do it, plans with --keep and says so.

  shengmian compare PROBLEM [--modes local,rotation,…] [--effort quick|normal|long|N] [--seed HEX] [--tickets N]
                    [--rates RATES] [--out COMPARISON] [--progress]
        Plans the round in every mode (local as today, rotation, pooled, elevated, paired, scattered) from the same people,
        targets and ties, and puts the figures side by side; no total. --tickets rehearses a draw for the likeliest pair; costs are
        shown only at the rates of a file {fenPerKm, fenPerDay, source}. Ctrl-C writes the modes that are done.

  shengmian draw    rehearse|freeze|commit|dice|reveal|public|portfolio|pick|withdraw|abort|branch|verify FOLDER …
        A draw: freeze, commit and open, tickets, pick, withdraw, verify. Files only, no network. Steps: engines/dispatch/README.md.
        draw verify FOLDER [--kept FOLDER]   replays it on another machine, byte for byte, and names the first thing that does not hold.

  shengmian rotate  ROTATION --count | --out SCHEDULE [--seed HEX] [--draw]
        How many rounds each zone has and what ends them; a schedule of the rounds wanted; or the next round
        drawn, every legal one equally likely. verify checks these files too.

  shengmian calendar CALENDAR --out PLAN [--seed HEX] [--keep PLAN] [--workers N] [--progress]
        A term's calendar: every unit once, clear of elections and harvests, within the team-days of each period; the urgent
        first, then few openings of townships, then even loads, then (--keep) few changes. verify checks these files too. --workers: regions in threads, from 2,000 units on one thread a
        core; the bytes are the same with any number of threads.

  shengmian ties    TIES.parquet --inspectors LIST.txt --officials LIST.txt --out PATHS.csv|.parquet
        The strongest path of at most three ties from every inspector to every official, in thousandths.
        The file has the columns a, b and strength; a list has one id a line.

  shengmian ledger  export FOLDER [--database ADDRESS | --data FOLDER] [--without-rows]
                    verify FOLDER|RECORD.ledger.json [--policy FILE] [--checkpoint KEPT] [--copy OLDER-FOLDER]
                    witness --name NAME --key FILE.pem --logs POLICY --state FILE.jsonl [--port N] [--host H]
        The ledger: take it out; verify it offline (signatures, witnesses, every entry, every record, the rows as they are), naming what
        was changed, removed, back-dated, re-ordered or restored; be a witness for another body. See docs/ledger.md.

  shengmian report  receipt [--read RECEIPT]
                    seal REPORT.json --manifest M --root ROOT.pub --receipt CODE --out FOLDER [--attachments FOLDER]
                    open FILE.age --key KEY --round R [--attachments FOLDER] [--name-key KEY]
                    reply FILE.age TEXT.txt … | replies FOLDER … | count FOLDER --key KEY --round R --begins DAY
                    root FILE | epoch FOLDER … | split KEY … | join FOLDER --out KEY
                    publish … | fetch FOLDER … | post REPLY.age … | revoke POSTER …   --desk CODE [--database ADDRESS | --data FOLDER]
        Sealed reports on files, without a network: seal, open, answer; make, rotate, split and join keys. The last four work on the
        database of this installation: publish a manifest, take reports out, lay a reply in, revoke a poster. See docs/formats/sealing.md.

Exit: 0 a plan was written / the plan is valid; 1 the plan breaks a rule, one line each: RULE subject — fact;
2 bad input, nothing is written; 3 no plan can exist. The file formats: engines/dispatch/README.md.`

export function helpText(): string {
  return isEnglish() ? EN : ZH
}
