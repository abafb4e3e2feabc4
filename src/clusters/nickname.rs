//! Given names and their short forms.

use super::spelling::alike;

/// Names that stand for one another; each row is one person's possible given names, folded.
const ROWS: [&str; 68] = [
    "abigail abby gail",
    "alexander alex sandy sasha aleksandr alexandr oleksandr",
    "alexandra alex sandra sasha",
    "alexei alexey aleksei alyosha",
    "alfred al fred",
    "andrew andy drew andrei andrey",
    "anthony tony antony",
    "barbara barb",
    "benjamin ben benny",
    "bernard bernie",
    "catherine katherine kathryn kate katie kathy cathy",
    "charles charlie chuck",
    "christina christine chris tina",
    "christopher chris kit",
    "cynthia cindy",
    "daniel dan danny",
    "david dave",
    "deborah debbie deb",
    "dmitry dmitri dmitriy dima",
    "donald don donnie",
    "edward ed eddie ted ned",
    "elizabeth liz beth betty eliza lisa",
    "eugene gene evgeny yevgeny",
    "frances fran",
    "francis frank",
    "frederick fred freddie",
    "gabriel gabe",
    "george georgy georgi",
    "gerald gerry jerry",
    "gregory greg grigory",
    "harold harry hal",
    "henry hank harry",
    "jacob jake",
    "james jim jimmy jamie",
    "janet jan",
    "jeffrey jeff geoffrey geoff",
    "jennifer jen jenny",
    "john jack johnny jon",
    "jonathan jon",
    "joseph joe joey",
    "joshua josh",
    "kenneth ken kenny",
    "lawrence larry laurence",
    "leonard len lenny",
    "margaret maggie meg peggy",
    "matthew matt",
    "michael mike mick mickey mikhail misha",
    "nathaniel nathan nate",
    "nicholas nick nicolas nikolai",
    "patricia pat patty tricia",
    "patrick pat paddy",
    "peter pete",
    "philip phil phillip",
    "raymond ray",
    "richard rick rich dick ricky",
    "robert bob rob bobby robbie",
    "ronald ron ronnie",
    "samuel sam",
    "stephen steven steve",
    "susan sue susie",
    "thomas tom tommy",
    "timothy tim",
    "theodore ted teddy",
    "victoria vicky tori",
    "vladimir vova volodya",
    "walter walt",
    "william bill will billy willie",
    "zachary zach zack",
];

/// Whether two folded given names may be one person's: equal, an initial and its name, a short
/// form, or two romanisations.
pub(super) fn compatible(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    let in_row =
        |row: &&str| row.split(' ').any(|name| name == a) && row.split(' ').any(|name| name == b);
    alike(a, b) || initial(a, b) || initial(b, a) || ROWS.iter().any(in_row)
}

#[cfg(test)]
mod tests {
    use super::compatible;

    #[test]
    fn given_names() {
        for (a, b, same) in [
            ("mike", "michael", true),
            ("m", "michael", true),
            ("dmitri", "dmitry", true),
            ("tim", "michael", false),
            ("john", "joan", false),
        ] {
            assert_eq!(compatible(a, b), same, "{a} {b}");
        }
    }
}
