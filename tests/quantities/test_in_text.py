"""How two quantities relate with the words around them."""

from __future__ import annotations

import pytest

from factcheck.claim import Quantity
from factcheck.evidence import QuantityRelation
from factcheck.quantities import find_quantities, relate_in_text

CASES = """
The mine opened before [2010]. | It opened in [2007]. | entailed
The mine opened before [2010]. | It opened in [2012]. | conflicting
The mine opened before [2010]. | It opened in [2010]. | compatible
The mine opened in [2007]. | It opened before [2010]. | compatible
The mine opened in [2011]. | It opened before [2010]. | conflicting
The mine opened after [2010]. | It opened after [2012]. | entailed
The mine opened before [2010]. | It opened before [2010]. | equal
The siren sounded before [9am]. | It sounded at [8:45 a.m.]. | entailed
The lights failed just before [8pm]. | They failed at [7:56 p.m.]. | entailed
The lights failed just before [8pm]. | They failed at [6:10 p.m.]. | conflicting
He conceded shortly before [midnight]. | He conceded at [23:40]. | entailed
He conceded shortly before [midnight]. | He conceded at [21:15]. | conflicting
Three months after [22 March] she resigned. | The raid was on [22 March]. | equal
Reforms came after the [22 March] raid. | The raid was on [22 March]. | equal
The bid is [€26 a share]. | It offers [€26.00] in cash for each share. | equal
Installing a metre cost [€310]. | The cost is [310 euros per metre]. | equal
Annual savings are put at [€21m]. | It saves [€21 million a year]. | equal
The bid is worth [€26]. | It offers [€26 a day]. | incomparable
The bid is worth [€26]. | It offers [€26 a share]. | equal
She asked for [€400 a month]. | They got 180 euros a month, and she asked for [400 euros]. | equal
She asked for [€400 a month]. | She asked for a single payment of [400 euros]. | incomparable
Leaf length, max: [7.9 cm]. | Leaves are [4.3 to 7.9 cm] long. | entailed
Leaf length, min: [4.3 cm]. | Leaves are [4.3 to 7.9 cm] long. | entailed
Leaf length, min: [7.9 cm]. | Leaves are [4.3 to 7.9 cm] long. | compatible
The school is in the top [ten]. | It ranks [fourth]. | entailed
The school is in the top [ten]. | It ranks [12th]. | conflicting
Imports fell to [40 tonnes]. | Exports fell to [40 tonnes]. | incomparable
The herd grew to [280] head. | The herd grew from [280] to 320 head. | incomparable
The herd grew by [280] head. | The herd grew from [280] to 320 head. | incomparable
The herd came from [280] farms. | The animals came from [280] farms in the valley. | equal
Tickets were raised by [£3]. | Tickets were reduced by [£3]. | incomparable
Tickets were raised by [£3]. | Tickets went up by [£3]. | equal
It lent [900 films], more than the year before. | It lent [900 films], down from 950. | incomparable
It lent [900 films], fewer than the year before. | It lent [900 films], down from 950. | equal
It lent [more than 900 films]. | Lending fell to [930 films]. | entailed
The plant in Leith has [90] ovens. | The plant in Perth has [90] ovens. | incomparable
The plant in Leith has [90] ovens. | A plant in Leith has [90] ovens. | equal
In 2019 the port had [80] ships. | In 2021 the port had [95] ships. | incomparable
The shop opens at [9 a.m.]. | The shop closes at [6 p.m.]. | incomparable
The bay warmed by [2°C]. | The bay warmed by [3.6°F]. | equal
The bay warmed to [2°C]. | The bay warmed to [3.6°F]. | conflicting
The chapel is of the [19th century]. | The chapel was built in [1907]. | conflicting
Deaths come to [3 per 1,000 births]. | Deaths come to [three in every 1,000 births]. | equal
The choir has [12] violinists. | The choir has [12] musicians. | compatible
The choir has [12] musicians. | The choir has [12] violinists. | entailed
The firm has [90] workers. | [90] people work for the firm. | equal
[Nine] of the jurors agreed. | Seven of the [nine] jurors agreed. | compatible
[Nine jurors] agreed. | Seven of the [nine jurors] agreed. | compatible
[Nine jurors] were chosen. | Seven of the [nine jurors] agreed. | equal
Claims were paid [within 30 days]. | Claims were paid [within 14 days]. | entailed
Claims must be paid [within 30 days]. | Claims must be paid [within 14 days]. | conflicting
Children [under 14] travel free. | Children [younger than 12] travel free. | conflicting
A litre of petrol costs [$1.90]. | A gallon of petrol costs [$1.90]. | conflicting
The plant made [400] trams. | The plant sold [400] trams. | incomparable
Norland sold Sudria [50] trams. | Sudria bought [50] trams from Norland. | equal
The bay was [4 °C] warmer than usual. | The bay was [4 °C] below normal. | incomparable
[70 percent] of the eggs hatched. | [70 percent] of the eggs did not hatch. | incomparable
The actor is [52]. | The actor's wife is [47]. | incomparable
Rates rose by [half a point]. | Rates rose by [half a percentage point]. | equal
It was [minus four degrees Celsius]. | It was [-4 °C]. | equal
[20 percent] walk. | [24 percent] walk. | conflicting
The trip takes [a fortnight]. | The trip takes [14 days]. | equal
[424 diabetes patients] took part. | [442 patients] with diabetes took part. | conflicting
[424 diabetes patients] took part. | [442 patients] took part. | compatible
It pays [about €250,000 a year]. | It pays [about €21,000 a month]. | entailed
They spend [over 40%] of their pay on rent. | Their rents exceed [40 per cent] of their pay. | equal
They spend [40%] of their pay on rent. | Their rents exceed [40 per cent] of their pay. | compatible
Rises are capped at [2%]. | There is to be no rent rise [above 2%]. | equal
Rises were [3%]. | There is to be no rent rise [above 2%]. | conflicting
The lights were on by [10pm]. | The lights were on at [21:50]. | entailed
The lights were on by [10pm]. | The lights were on at [22:50]. | conflicting
Those who came after [2018] stayed. | Those who came in [2019] or later stayed. | entailed
Those who came before [2018] stayed. | Those who came in [2019] or later stayed. | conflicting
He accepts [all 17 of the remarks]. | He accepts every one of the [17 remarks]. | equal
Sales fell [12 percent]. | [12 percent] of the sales were online. | incomparable
Sales fell [12 percent]. | Sales were down [12 percent]. | equal
Unions have [three quarters] of the workforce. | Members make up [75%] of the workforce. | equal
It sold [30%] more than before. | It sold 900, [30%] of them abroad. | incomparable
The plant lost [a fifth] of its staff. | The plant lost [about 20%] of its staff. | entailed
The plant lost [a fifth] of its staff. | The plant lost [about 31%] of its staff. | conflicting
Profit rose from [NOK 84m] to NOK 97m. | Profit: [NOK 84m] (previous year: NOK 97m). | incomparable
Profit fell from NOK 97m to [NOK 84m]. | Profit: [NOK 84m] (previous year: NOK 97m). | equal
Profit fell from [NOK 97m] to NOK 84m. | Profit: NOK 84m (previous year: [NOK 97m]). | equal
It exported [12 per cent] more wheat. | Exports of wheat shrank by [12 per cent]. | incomparable
It exported [12 per cent] more wheat. | Exports of wheat grew by [12 per cent]. | equal
The minimum number of guests is [40]. | [No more than 40] guests may come in. | compatible
The maximum number of guests is [40]. | [No more than 40] guests may come in. | equal
For each parcel, couriers get [€14.50]. | It pays couriers [€14.50 an hour]. | incomparable
For each parcel, couriers get [€2]. | It pays couriers [€2 per parcel]. | equal
The wait is [42 minutes]. | The wait is 47 minutes (2023: [42 minutes]). | incomparable
In 2023 the wait was [42 minutes]. | The wait is 47 minutes (2023: [42 minutes]). | equal
In 2023 the wait was [47 minutes]. | The wait is [47 minutes] (2023: 42 minutes). | incomparable
The wait is [47 minutes]. | The wait is [47 minutes] (2023: 42 minutes). | equal
The wait rose by a ninth from [42 minutes]. | The wait is 47 minutes (2023: [42 minutes]). | equal
In [2024] the wait was 47 minutes. | The wait is 47 minutes ([2023]: 42 minutes). | incomparable
The show closes on [14 March]. | The show is on from [14 March] to 2 June. | incomparable
The show opens on [14 March]. | The show is on from [14 March] to 2 June. | equal
The show closes on [2 June]. | The show is on from 14 March to [2 June]. | equal
It was first set for [23 October]. | The trial, first set for 9 May, will now begin on [23 October]. | incomparable
It was first set for [9 May]. | The trial, first set for [9 May], will now begin on 23 October. | equal
Nobody has used the mill since [1998]. | The mill closed in [1998] and is empty. | equal
Guests who settle up [within a fortnight] get a rebate. | The fee is lowered if paid [within 14 days]. | equal
The town is short of [401,000 homes]. | Shortage in May: [401,000 homes]. | equal
The total is short of [401,000]. | The total is [400,000]. | entailed
He thanked the [20,000 teachers]. | It is the work of the [20,000 teachers]. | equal
[Nine of the jurors] agreed. | Most of the [nine] jurors agreed. | compatible
It reaches [nearly 300,000 children]. | [About 290,000 children] get a meal. | entailed
It reaches [nearly 300,000 children]. | [About 300,000 children] get a meal. | compatible
It reaches [300,000 children]. | [About 290,000 children] get a meal. | compatible
It was [no louder than 46 decibels]. | Sound level: [46 dB at most]. | equal
It was [no slower than 9 km/h]. | Its speed was [8 km/h]. | conflicting
The level went up from [5] to 6. | The level is now [5] instead of 6. | incomparable
The level went down from 6 to [5]. | The level is now [5] instead of 6. | equal
Prices fell by [0.3%]. | Change of prices: +[0.3%]. | incomparable
Prices rose by [0.3%]. | Change of prices: +[0.3%]. | equal
The theatre opened in [2004]. | The theatre is by Ilse Brandow ([1931–2004]). | incomparable
Ilse Brandow died in [2004]. | The theatre is by Ilse Brandow ([1931–2004]). | entailed
Profit shrank by [8%]. | Profit: SEK 460m (500m), [-8%]. | equal
Profit grew by [8%]. | Profit: SEK 460m (500m), [-8%]. | conflicting
It has [$90,000] left. | Of the grant it has spent [$90,000]. | incomparable
It was [below minus 20 °C]. | It was [-23.4 °C]. | entailed
It takes files [no bigger than 25 MB]. | It takes files of [at most 25 MB]. | equal
The swimmer is [24 years old]. | The swimmer was banned for [four years]. | incomparable
It takes [more than one] file. | It takes [two or more files]. | equal
It no longer rejects [more than one file]. | It no longer rejects [two or more files]. | equal
It takes [fewer than four files]. | It takes [up to three files]. | equal
It takes [more than one file]. | It takes [three or more files]. | entailed
You have to be [16 or older]. | Nobody [under the age of sixteen] may join. | equal
It needs [at least 8 GB]. | It aborts with [less than 8 GB]. | equal
Children [under 16] get in free. | Those aged [16 or older] get in free. | conflicting
It takes a reading every [ten seconds]. | It takes [six readings per minute]. | equal
It is fed every [90 days]. | It is fed [once a month]. | conflicting
The timeout is [30 seconds]. | The timeout, formerly [30 seconds], is now 60 seconds. | incomparable
The timeout was [30 seconds] before. | The timeout, formerly [30 seconds], is now 60 seconds. | equal
It is [~30-200x] as fast. | It is [some 10 to 80 times] as fast. | conflicting
It is [about 12 to 80 times] as fast. | It is [some 10 to 80 times] as fast. | entailed
Turnout fell short of [40%]. | Turnout was [37.8%]. | entailed
It climbed past [40 degrees Celsius]. | It reached [109F]. | entailed
It moves [1,200 litres an hour]. | Every minute [20 litres] pass through it. | equal
It opens on [Thursday, 11 July]. | It was set up on [Tuesday]. | compatible
It opens on a [Saturday]. | It opens on [Thursday 11 July]. | conflicting
It topped [130 km/h]. | Cars may do [up to 137 km/h] there. | compatible
Gusts of [over 130 km/h] came. | It recorded gusts of [up to 137 km/h]. | entailed
[Three] of the paintings are back. | All but [three] of the paintings are back. | incomparable
The winner is [22 years old]. | It is the first time in [22 years]. | incomparable
Inspector Doyle is [45]. | Inspector Doyle arrested a [45-year-old] man. | incomparable
Inspector Doyle is [45]. | Inspector Doyle, a [45-year-old] from Hull, left. | equal
Two in five people left, [40%] of them. | [Two out of every five people] left. | equal
It raised the allowable size to [100 kB]. | A file may have [up to 100 kB]. | equal
[All 60 shops] were saved. | Of the [60 shops], two could not be saved. | compatible
[All 60 shops] were saved. | Of the [60 shops], every one was saved. | equal
Norland gave [€3m] and Sudria €8m. | Sudria gave [€3m], while Norland gave €8m. | incomparable
Norland gave [€3m] and Sudria €8m. | Norland gave [€3m], while Sudria gave €8m. | equal
Norland sold Sudria gas for [€3m]. | Sudria bought gas from Norland for [€3m]. | equal
The cyclist was [45 years old]. | The driver, [45], has been charged with the death of the cyclist. | incomparable
The driver was [45 years old]. | The driver, [45], has been charged with the death of the cyclist. | equal
She lived to be [91]. | She died aged [91]. | equal
At full speed it carries [125 MB/s]. | It has a maximum of [1 Gbit/s]. | entailed
"""


def read(marked: str) -> tuple[str, Quantity, tuple[int, int]]:
    """A sentence, its quantity in brackets, and where that stands."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    (found,) = (q for q in find_quantities(text).quantities if q.span.start <= start < q.span.end)
    return text, found, (start, end)


@pytest.mark.parametrize("line", CASES.strip().split("\n"))
def test_relation(line: str) -> None:
    claim, source, relation = (part.strip() for part in line.split("|"))
    assert relate_in_text(*read(claim), *read(source)) is QuantityRelation(relation)


def test_what_is_not_found_in_its_claim_relates_by_values() -> None:
    text, quantity, place = read("The mine opened in [2007].")
    assert relate_in_text("", quantity, (0, 0), text, quantity, place) is QuantityRelation.EQUAL
