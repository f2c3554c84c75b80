// The words of the daily packet's puzzles, put together by levels/daily. For each mishap: what it teaches, and what three of the four
// hints say; the second names the place. Columns: title 28 beside the figures, story 76, lesson 150, idea and sibling 220, edit 36.

export const dailyPuzzle = {
  'place.bakery': 'the bakery',
  'place.lighthouse': 'the lighthouse',
  'place.observatory': 'the observatory',
  'place.library': 'the library',
  'place.zoo': 'the zoo',
  'place.harbour': 'the harbour',
  'place.theatre': 'the theatre',
  'place.brewery': 'the brewery',
  'place.station': 'the station',
  'place.post-office': 'the post office',
  'place.orchard': 'the orchard',
  'place.museum': 'the museum',
  'place.clinic': 'the clinic',
  'place.weather-station': 'the met office',
  'branch.mill': 'the mill',
  'branch.pier': 'the pier',
  'branch.summit': 'the summit',
  'branch.annex': 'the annex',
  'branch.aquarium': 'the aquarium',
  'branch.customs': 'customs',
  'branch.studio': 'the studio',
  'branch.cellar': 'the cellar',
  'branch.depot': 'the depot',
  'branch.airmail': 'airmail',
  'branch.barn': 'the barn',
  'branch.workshop': 'the workshop',
  'branch.pharmacy': 'the pharmacy',
  'branch.mast': 'the mast',

  'title.visitors.1': 'Shut out of {place}',
  'title.visitors.2': 'Closed: {place}',
  'title.visitors.3': 'Knocking at {place}',
  'title.errands.1': 'Out of {place}',
  'title.errands.2': 'No news at {place}',
  'title.errands.3': '{app} cannot call out',
  'title.store.1': 'The road to {bucket}',
  'title.store.2': '{bucket} is locked',
  'title.store.3': 'So near, the {bucket}',
  'title.branch.1': 'No word from {branch}',
  'title.branch.2': 'A bridge to {branch}',
  'title.branch.3': '{app} misses {far}',
  'title.office.1': 'The tunnel from {office}',
  'title.office.2': '{office} on the line',
  'title.office.3': 'A quiet wire at {place}',
  'title.records.1': 'Who locked {db}?',
  'title.records.2': '{db} will not open',
  'title.records.3': 'The list before {db}',

  'story.place.1': '{web} meets the public at {place}; {app} does the work.',
  'story.place.2': 'At {place}, {web} has the door and {app} the tools.',
  'story.place.3': 'Visitors of {place} see {web}. They never see {app}.',
  'story.cause.1': 'Somebody tidied up last night, and is on holiday now.',
  'story.cause.2': 'A move to new tables was half done when lunch came.',
  'story.cause.3': 'A change went in yesterday. Nobody wrote down which.',
  'story.cause.4': '"I only touched one thing," says the one who touched it.',
  'story.cause.5': 'Somebody followed a blog post as far as its middle.',
  'story.cause.6': 'It worked on Friday. Friday was a long time ago.',
  'story.cause.7': 'The diagram on the wall shows how it should be. It is not.',
  'story.cause.8': 'An audit asked for order, and order is what it got.',
  'story.one': 'Now {from} and {to} cannot talk. Mend that, and open nothing else.',
  'story.many': 'Now {count} of the calls below fail. Mend them, and open nothing else.',

  'goal.talks': '{from} ⇄ {to}',
  'goal.answered': '{from} → {to}, answered',
  'goal.by-way': '{from} ⇄ {to}, by way of {way}',
  'goal.never-reaches': '{from} cannot reach {to}',
  'goal.no-answer': '{from} gets no answer from {to}',
  'goal.port': '{goal} on tcp/{port}',

  'predict.request': '{from} sends to {to}. Where does its packet end?',
  'predict.reply': '{to} has the packet of {from}, and answers. Where does the answer end?',
  'node.host-of': 'on the host of {name}, {node}',
  'node.host': 'on a host, {node}',
  'node.machine': 'with {name}, where it arrives',
  'node.internet': 'somewhere on the internet',
  'node.internet-gateway': 'at the internet gateway, {node}',
  'node.nat-gateway': 'at the NAT gateway, {node}',
  'node.gateway-endpoint': 'at the endpoint, {node}',
  'node.vpc-peering-connection': 'at the peering connection, {node}',
  'node.vpn-gateway': 'at the VPN gateway, {node}',
  'node.vpn-connection': 'in the tunnel, {node}',
  'node.customer-site': 'at the router of the office',

  'hint.several': '{count} things are wrong here, and the first is this. {idea}',
  'hint.where': 'Look at {places}, and ask what ought to stand there and does not, or stands there and ought not to.',
  'hint.edit': 'It takes one edit: {edit}.',
  'hint.edits': 'It takes {count} edits: {edits}.',
  'card.documented': '{lesson} This is documented.',
  'card.nat-inside': '{lesson} This is documented; that packets really go round in circles is our model.',

  'lesson.default-lost': 'An internet gateway carries only what a row of the subnet’s own table sends to it.',
  'idea.default-lost':
    'A door is not a road. A gateway that is attached still waits for a row that sends packets to it.',
  'edit.default-lost': 'a row for everything',
  'sibling.default-lost':
    'At the tannery rtb-front had only its local row. create-route with 0.0.0.0/0 and igw-tan, and the orders came in.',

  'lesson.table-lost': 'A subnet without an association of its own follows the main table of its VPC.',
  'idea.table-lost':
    'Every subnet follows exactly one table. One that was given none follows a table that nobody had in mind.',
  'edit.table-lost': 'a table for a subnet',
  'sibling.table-lost':
    'subnet-quay had lost its association and read the main table, which knew only local. associate-route-table with rtb-quay brought the ships back.',

  'lesson.table-swapped': 'What a table is called decides nothing. The association decides which one a subnet reads.',
  'idea.table-swapped': 'Read the table that the subnet really reads, and not the one whose name fits it.',
  'edit.table-swapped': 'another table for a subnet',
  'sibling.table-swapped':
    'subnet-inn was associated with rtb-stable. replace-route-table-association with its association and rtb-inn, and the guests found in.',

  'lesson.address-lost':
    'A public subnet makes nobody public: at the gateway a machine needs a public address of its own.',
  'idea.address-lost':
    'A row to the gateway is half of being public. The gateway must also know which public address stands for whom.',
  'edit.address-lost': 'an address for a machine',
  'sibling.address-lost':
    'fountain stood in a public subnet without an Elastic IP. associate-address with eipalloc-well and eni-fountain, and people found it.',

  'lesson.gateway-loose': 'A route to an internet gateway that is attached to no VPC is a blackhole.',
  'idea.gateway-loose':
    'A row names its target. Whether the target is there, and belongs to this VPC, is another question.',
  'edit.gateway-loose': 'the gateway back on its VPC',
  'sibling.gateway-loose':
    'rtb-yard pointed to igw-yard, which hung in the air. attach-internet-gateway with vpc-yard, and the row came alive.',

  'lesson.group-shut': 'A security group lets in what one of its rules names, and nothing else.',
  'idea.group-shut': 'The packet gets as far as the machine’s own door. What does the door let in?',
  'edit.group-shut': 'a rule for one port',
  'sibling.group-shut':
    'sg-till let in tcp/80 while the customers came by 443. authorize-security-group-ingress for 443, and for no more, was enough.',

  'lesson.dead-signpost': 'The longest matching row wins, even when its target is long gone.',
  'idea.dead-signpost':
    'Of two rows that fit, the narrower one wins. It need not lead anywhere. Mind the way of the answer.',
  'edit.dead-signpost': 'one row less',
  'sibling.dead-signpost':
    'rtb-ferry had a row for the islands to a NAT gateway of last year. delete-route, and the default row took the islands too.',

  'lesson.errand-row-lost': 'A NAT gateway serves only subnets whose table has a row to it.',
  'idea.errand-row-lost': 'A private machine needs somebody who goes out for it, and a row that says who.',
  'edit.errand-row-lost': 'a row for everything',
  'sibling.errand-row-lost':
    'rtb-attic had no row 0.0.0.0/0. create-route to nat-attic, and not to the internet gateway, sent the attic’s letters.',

  'lesson.past-the-nat':
    'A private address that comes to the internet gateway without a public partner is dropped there.',
  'idea.past-the-nat':
    'Two gateways lead out, and they do different things. One lends its own address. The other only swaps an address that you have.',
  'edit.past-the-nat': 'another target for a row',
  'sibling.past-the-nat':
    'rtb-loft sent everything to igw-loft, where no machine of the loft had an address. replace-route to nat-loft mended it.',

  'lesson.nat-gone': 'A route outlives its target: it stays in the table as a blackhole, and goes on winning.',
  'idea.nat-gone':
    'A row can look right and lead to nothing. Look at its state, and at whether its target is still there.',
  'edit.nat-gone': 'another target for a row',
  'sibling.nat-gone':
    'rtb-kiln still named a NAT gateway that had been deleted in spring. replace-route to nat-kiln, which is alive, and the kiln had news.',

  'lesson.nat-inside': 'A zonal NAT gateway sends on by the table of its own subnet, so that subnet needs a way out.',
  'idea.nat-inside': 'A NAT gateway is not an exit. It rewrites a packet, and then needs a road like everybody else.',
  'edit.nat-inside': 'a NAT gateway and a row to it',
  'sibling.nat-inside':
    'nat-old stood in the crypt among those it served. A new one in subnet-porch, and replace-route in rtb-crypt to it, put the crypt online.',

  'lesson.app-table-lost': 'The main table serves every subnet that nobody has given another.',
  'idea.app-table-lost': 'A table can be right in every row and be read by nobody. Who reads which one?',
  'edit.app-table-lost': 'a table for a subnet',
  'sibling.app-table-lost':
    'rtb-forge had every row it needed, and subnet-forge read the main table. associate-route-table joined the two.',

  'lesson.detour': 'A narrow row beats the default row, whether or not its target is alive.',
  'idea.detour': 'Most of the world can be reached, and one corner cannot. Which row is about that corner?',
  'edit.detour': 'one row less',
  'sibling.detour':
    'rtb-vine had a row for the coopers’ block to something long deleted. delete-route, and the barrels went by the default row.',

  'lesson.endpoint-unused': 'A gateway endpoint is used by the route tables that it was given to, and by no others.',
  'idea.endpoint-unused': 'The endpoint stands there, and it is free. Who was told to use it?',
  'edit.endpoint-unused': 'the endpoint for one table',
  'sibling.endpoint-unused':
    'vpc-farm had an endpoint, and rtb-cows had no row of it. modify-vpc-endpoint --add-route-table-ids rtb-cows put the row in.',

  'lesson.endpoint-in-main': 'An endpoint in the main table does nothing for a subnet that reads another table.',
  'idea.endpoint-in-main': 'The endpoint has its row, in a table. Is it the table of the one who asks?',
  'edit.endpoint-in-main': 'the endpoint for one table',
  'sibling.endpoint-in-main':
    'At the dairy the endpoint’s row stood in the main table, and subnet-churn read rtb-churn. modify-vpc-endpoint gave it to that one too.',

  'lesson.no-way-there': 'A peering connection is used only where a table has a row to it.',
  'idea.no-way-there': 'The two houses are joined. Does the one who calls know by which door?',
  'edit.no-way-there': 'a row to the other VPC',
  'sibling.no-way-there':
    'vpc-inn and vpc-spa were peered, and rtb-inn had no row for the spa. create-route with the spa’s block and pcx-spa, and they talked.',

  'lesson.no-way-back': 'Peering carries both ways, and each side needs a row of its own: an answer has its own road.',
  'idea.no-way-back': 'The question arrives. Now stand at the other end, and find the way home.',
  'edit.no-way-back': 'a row for the way back',
  'sibling.no-way-back':
    'The spa heard the inn and could not answer. create-route in rtb-spa, with the inn’s block and pcx-spa, was the missing half.',

  'lesson.not-accepted': 'A peering connection carries nothing until the other side has accepted it.',
  'idea.not-accepted': 'A request is not yet an agreement. Look at the state of what joins the two.',
  'edit.not-accepted': 'a yes from the other side',
  'sibling.not-accepted':
    'pcx-spa had waited for a week as pending-acceptance. accept-vpc-peering-connection, and the rows that were there all along came alive.',

  'lesson.far-shut': 'Over peering a security group sees private addresses: let in the block that really calls.',
  'idea.far-shut': 'The packet gets to the other house and dies at the machine’s door. Whom does the door expect?',
  'edit.far-shut': 'a rule for who really calls',
  'sibling.far-shut':
    'sg-spa let in a block where nobody lived. authorize-security-group-ingress with the block of the inn’s subnet opened the right door.',

  'lesson.not-propagated': 'A VPN gateway tells what it has learned only to tables that have propagation switched on.',
  'idea.not-propagated': 'A gateway that knows the way, and a table that uses the gateway, are two things.',
  'edit.not-propagated': 'propagation for one table',
  'sibling.not-propagated':
    'vgw-barn had learned the farm’s block, and rtb-cows knew nothing of it. enable-vgw-route-propagation with both put the row in.',

  'lesson.vpn-route-lost':
    'A static VPN connection knows only the prefixes that it was told, each as a route of its own.',
  'idea.vpn-route-lost': 'The tunnel is up. Up is a state, and not a destination: what does the connection know?',
  'edit.vpn-route-lost': 'a prefix for the VPN',
  'sibling.vpn-route-lost':
    'vpn-farm was up and knew no prefix. create-vpn-connection-route with the farm’s block told it what lies behind.',

  'lesson.vgw-loose': 'A VPN gateway that is attached to no VPC passes nothing on, in either direction.',
  'idea.vgw-loose': 'The tunnel ends at a gateway. And where does the gateway end?',
  'edit.vgw-loose': 'the VPN gateway back on its VPC',
  'sibling.vgw-loose':
    'vgw-barn had its tunnel and no VPC. attach-vpn-gateway with vpc-farm, and the cows could be counted from town again.',

  'lesson.records-shut': 'A network ACL in which no rule fits says no: behind every list stands a last denial.',
  'idea.records-shut': 'The way is right, and somebody at the subnet’s door reads a list. What is on it?',
  'edit.records-shut': 'a rule for who comes in',
  'sibling.records-shut':
    'acl-vault had no inbound rule left. create-network-acl-entry --ingress for the tellers’ block and one port, and the vault was a vault again.',

  'lesson.answers-shut':
    'A network ACL remembers nothing: answers leave by ephemeral ports, and need a rule of their own.',
  'idea.answers-shut': 'The question gets in. A list of this kind does not remember it when the answer wants out.',
  'edit.answers-shut': 'a rule for the answers',
  'sibling.answers-shut':
    'acl-vault let the tellers in and no answer out. create-network-acl-entry --egress for 1024-65535 let the vault speak.',

  'lesson.no-before-yes': 'A network ACL is read by number, and the first rule that fits decides.',
  'idea.no-before-yes': 'The right rule is on the list. Something on the list is read before it.',
  'edit.no-before-yes': 'one rule less',
  'sibling.no-before-yes':
    'acl-vault allowed the tellers by rule 200 and denied everybody by rule 50. delete-network-acl-entry took rule 50 away.',

  'wrong.address-on-app': 'Now {app} has a public address, and everybody out there can knock. Nobody asked for that.',
  'wrong.row-in-main':
    'rtb-main has its row, and nobody reads rtb-main: the subnet follows the table it is associated with.',
  'wrong.every-port': 'The right port is open now, and so are all the others.',
  'wrong.web-address-on-app': 'The address went to {app}. {web} is as nameless as before, and {app} is in the street.',
  'wrong.default-thrown-out': 'The default row was the good one. Without it nothing leaves at all.',
  'wrong.tables-the-wrong-way':
    'That is the table of the private subnet. It does not lead {web} to the internet gateway.',
  'wrong.straight-out': 'The packet gets to the internet gateway, which finds no public address that stands for {app}.',
  'wrong.straight-out-after-all':
    'The packet gets to the internet gateway, which finds no public address that stands for {app}.',
  'wrong.public-table-for-app':
    'A table that leads out makes nobody public: {app} has no address at the internet gateway.',
  'wrong.same-room-again': 'The new NAT gateway reads the same table as the old one, and sends to itself.',
  'wrong.nat-for-the-street':
    'The NAT gateway stands in that very subnet. Its packets follow this row, and come back to it.',
  'wrong.errand-row-thrown-out': 'The default row was the good one. Now {app} has no way out at all.',
  'wrong.endpoint-for-the-street': 'Now {web} uses the endpoint too, and {bucket} lets in whoever comes by it.',
  'wrong.endpoint-for-nobody': 'Nobody who asks for {bucket} reads rtb-main.',
  'wrong.branch-for-the-street': 'Now {web} has a way to {far} too, and the street is one step nearer.',
  'wrong.branch-row-in-main': 'The row is right and stands in rtb-main, which {app} does not read.',
  'wrong.far-from-itself': 'That is the block in which {far} itself lives. {app} calls from the other one.',
  'wrong.office-for-the-street': 'Now {web} knows the way to {office} as well.',
  'wrong.propagated-to-nobody': 'rtb-main has learned it, and {app} reads another table.',
  'wrong.records-for-the-house': 'The whole VPC may ask now, {web} among them.',
  'wrong.answers-for-the-house': 'A wide door inward for answers that want outward. And {web} walks in by it.',
  'wrong.yes-thrown-out': 'The rule that said yes is gone. The no is still there.',
} as const;
