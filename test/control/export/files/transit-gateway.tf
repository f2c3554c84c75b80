# The network of "transit-gateway", as Blackfoot left it.
#
# - This makes real things in your account, and some of them cost money by the hour, used or not.
#   Read it first, and delete everything afterwards.
# - Instances are t3.micro with Amazon Linux 2023, in place of the machines of the game.
# - AWS picks the public addresses; they will not be those of the game.
# - Machines outside AWS are not made: client.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

data "aws_ssm_parameter" "amazon_linux" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

resource "aws_vpc" "red" {
  cidr_block = "10.1.0.0/16"
  tags       = { Name = "vpc-red" }
}

resource "aws_vpc" "blue" {
  cidr_block = "10.2.0.0/16"
  tags       = { Name = "vpc-blue" }
}

resource "aws_vpc" "out" {
  cidr_block = "10.9.0.0/16"
  tags       = { Name = "vpc-out" }
}

resource "aws_subnet" "red" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.1.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-red" }
}

resource "aws_subnet" "red_tgw" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.255.0/28"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-red-tgw" }
}

resource "aws_subnet" "red_far" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.2.0/24"
  availability_zone = "us-east-1b"
  tags              = { Name = "subnet-red-far" }
}

resource "aws_subnet" "blue" {
  vpc_id            = aws_vpc.blue.id
  cidr_block        = "10.2.1.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-blue" }
}

resource "aws_subnet" "out_tgw" {
  vpc_id            = aws_vpc.out.id
  cidr_block        = "10.9.255.0/28"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-out-tgw" }
}

resource "aws_subnet" "out_nat" {
  vpc_id            = aws_vpc.out.id
  cidr_block        = "10.9.1.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-out-nat" }
}

resource "aws_security_group" "red" {
  name        = "red"
  description = "red"
  vpc_id      = aws_vpc.red.id
}

resource "aws_vpc_security_group_ingress_rule" "red_ingress_1" {
  security_group_id = aws_security_group.red.id
  ip_protocol       = "-1"
  cidr_ipv4         = "10.2.0.0/16"
}

resource "aws_vpc_security_group_egress_rule" "red_egress_1" {
  security_group_id = aws_security_group.red.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "blue" {
  name        = "blue"
  description = "blue"
  vpc_id      = aws_vpc.blue.id
}

resource "aws_vpc_security_group_ingress_rule" "blue_ingress_1" {
  security_group_id = aws_security_group.blue.id
  ip_protocol       = "-1"
  cidr_ipv4         = "10.1.0.0/16"
}

resource "aws_vpc_security_group_egress_rule" "blue_egress_1" {
  security_group_id = aws_security_group.blue.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_network_acl" "red" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "acl-red" }
}

resource "aws_network_acl_rule" "red_ingress_100" {
  network_acl_id = aws_network_acl.red.id
  rule_number    = 100
  egress         = false
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "red_egress_100" {
  network_acl_id = aws_network_acl.red.id
  rule_number    = 100
  egress         = true
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_association" "red_subnet_red" {
  network_acl_id = aws_network_acl.red.id
  subnet_id      = aws_subnet.red.id
}

resource "aws_network_acl" "red_tgw" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "acl-red-tgw" }
}

resource "aws_network_acl_rule" "red_tgw_ingress_100" {
  network_acl_id = aws_network_acl.red_tgw.id
  rule_number    = 100
  egress         = false
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "red_tgw_egress_100" {
  network_acl_id = aws_network_acl.red_tgw.id
  rule_number    = 100
  egress         = true
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_association" "red_tgw_subnet_red_tgw" {
  network_acl_id = aws_network_acl.red_tgw.id
  subnet_id      = aws_subnet.red_tgw.id
}

resource "aws_network_acl" "blue" {
  vpc_id = aws_vpc.blue.id
  tags   = { Name = "acl-blue" }
}

resource "aws_network_acl_rule" "blue_ingress_100" {
  network_acl_id = aws_network_acl.blue.id
  rule_number    = 100
  egress         = false
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "blue_egress_100" {
  network_acl_id = aws_network_acl.blue.id
  rule_number    = 100
  egress         = true
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_association" "blue_subnet_blue" {
  network_acl_id = aws_network_acl.blue.id
  subnet_id      = aws_subnet.blue.id
}

resource "aws_route_table" "red" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-red" }
}

resource "aws_route_table" "blue" {
  vpc_id = aws_vpc.blue.id
  tags   = { Name = "rtb-blue" }
}

resource "aws_route_table" "out_tgw" {
  vpc_id = aws_vpc.out.id
  tags   = { Name = "rtb-out-tgw" }
}

resource "aws_route_table" "out_nat" {
  vpc_id = aws_vpc.out.id
  tags   = { Name = "rtb-out-nat" }
}

resource "aws_network_interface" "red" {
  subnet_id       = aws_subnet.red.id
  private_ips     = ["10.1.1.5"]
  security_groups = [aws_security_group.red.id]
  tags            = { Name = "eni-red" }
}

resource "aws_network_interface" "far" {
  subnet_id       = aws_subnet.red_far.id
  private_ips     = ["10.1.2.5"]
  security_groups = [aws_security_group.red.id]
  tags            = { Name = "eni-far" }
}

resource "aws_network_interface" "blue" {
  subnet_id       = aws_subnet.blue.id
  private_ips     = ["10.2.1.5"]
  security_groups = [aws_security_group.blue.id]
  tags            = { Name = "eni-blue" }
}

resource "aws_instance" "red" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "red" }

  primary_network_interface {
    network_interface_id = aws_network_interface.red.id
  }
}

resource "aws_instance" "far" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "far" }

  primary_network_interface {
    network_interface_id = aws_network_interface.far.id
  }
}

resource "aws_instance" "blue" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "blue" }

  primary_network_interface {
    network_interface_id = aws_network_interface.blue.id
  }
}

resource "aws_eip" "nat" {
  domain = "vpc"
  tags   = { Name = "eipalloc-nat" }
}

resource "aws_ec2_transit_gateway" "tgw_1" {
  amazon_side_asn                 = 64512
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  tags                            = { Name = "tgw-1" }
}

resource "aws_ec2_transit_gateway_route_table" "tgw_rtb_spokes" {
  transit_gateway_id = aws_ec2_transit_gateway.tgw_1.id
  tags               = { Name = "tgw-rtb-spokes" }
}

resource "aws_ec2_transit_gateway_route_table_association" "tgw_rtb_spokes_association_tgw_attach_red" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tgw_attach_red.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.tgw_rtb_spokes.id
}

resource "aws_ec2_transit_gateway_route_table_association" "tgw_rtb_spokes_association_tgw_attach_blue" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tgw_attach_blue.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.tgw_rtb_spokes.id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "tgw_rtb_spokes_propagation_tgw_attach_red" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tgw_attach_red.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.tgw_rtb_spokes.id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "tgw_rtb_spokes_propagation_tgw_attach_blue" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tgw_attach_blue.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.tgw_rtb_spokes.id
}

resource "aws_ec2_transit_gateway_route" "tgw_rtb_spokes" {
  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.tgw_rtb_spokes.id
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tgw_attach_out.id
}

resource "aws_ec2_transit_gateway_route_table" "tgw_rtb_out" {
  transit_gateway_id = aws_ec2_transit_gateway.tgw_1.id
  tags               = { Name = "tgw-rtb-out" }
}

resource "aws_ec2_transit_gateway_route_table_association" "tgw_rtb_out_association_tgw_attach_out" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tgw_attach_out.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.tgw_rtb_out.id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "tgw_rtb_out_propagation_tgw_attach_red" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tgw_attach_red.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.tgw_rtb_out.id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "tgw_rtb_out_propagation_tgw_attach_blue" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tgw_attach_blue.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.tgw_rtb_out.id
}

resource "aws_ec2_transit_gateway_vpc_attachment" "tgw_attach_red" {
  transit_gateway_id                              = aws_ec2_transit_gateway.tgw_1.id
  vpc_id                                          = aws_vpc.red.id
  subnet_ids                                      = [aws_subnet.red_tgw.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  tags                                            = { Name = "tgw-attach-red" }
}

resource "aws_ec2_transit_gateway_vpc_attachment" "tgw_attach_blue" {
  transit_gateway_id                              = aws_ec2_transit_gateway.tgw_1.id
  vpc_id                                          = aws_vpc.blue.id
  subnet_ids                                      = [aws_subnet.blue.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  tags                                            = { Name = "tgw-attach-blue" }
}

resource "aws_ec2_transit_gateway_vpc_attachment" "tgw_attach_out" {
  transit_gateway_id                              = aws_ec2_transit_gateway.tgw_1.id
  vpc_id                                          = aws_vpc.out.id
  subnet_ids                                      = [aws_subnet.out_tgw.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  tags                                            = { Name = "tgw-attach-out" }
}

resource "aws_internet_gateway" "igw_1" {
  vpc_id = aws_vpc.out.id
  tags   = { Name = "igw-1" }
}

resource "aws_nat_gateway" "nat_1" {
  subnet_id     = aws_subnet.out_nat.id
  allocation_id = aws_eip.nat.id
  private_ip    = "10.9.1.20"
  tags          = { Name = "nat-1" }
  depends_on    = [aws_internet_gateway.igw_1]
}

resource "aws_route" "red_to_tgw_1" {
  route_table_id         = aws_route_table.red.id
  destination_cidr_block = "0.0.0.0/0"
  transit_gateway_id     = aws_ec2_transit_gateway.tgw_1.id
}

resource "aws_route" "blue_to_tgw_1" {
  route_table_id         = aws_route_table.blue.id
  destination_cidr_block = "0.0.0.0/0"
  transit_gateway_id     = aws_ec2_transit_gateway.tgw_1.id
}

resource "aws_route" "out_tgw_to_nat_1" {
  route_table_id         = aws_route_table.out_tgw.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.nat_1.id
}

resource "aws_route" "out_nat_to_igw_1" {
  route_table_id         = aws_route_table.out_nat.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.igw_1.id
}

resource "aws_route" "out_nat_to_tgw_1_10_0_0_0_8" {
  route_table_id         = aws_route_table.out_nat.id
  destination_cidr_block = "10.0.0.0/8"
  transit_gateway_id     = aws_ec2_transit_gateway.tgw_1.id
}

resource "aws_route_table_association" "red_subnet_red" {
  route_table_id = aws_route_table.red.id
  subnet_id      = aws_subnet.red.id
}

resource "aws_route_table_association" "red_subnet_red_far" {
  route_table_id = aws_route_table.red.id
  subnet_id      = aws_subnet.red_far.id
}

resource "aws_route_table_association" "blue_subnet_blue" {
  route_table_id = aws_route_table.blue.id
  subnet_id      = aws_subnet.blue.id
}

resource "aws_route_table_association" "out_tgw_subnet_out_tgw" {
  route_table_id = aws_route_table.out_tgw.id
  subnet_id      = aws_subnet.out_tgw.id
}

resource "aws_route_table_association" "out_nat_subnet_out_nat" {
  route_table_id = aws_route_table.out_nat.id
  subnet_id      = aws_subnet.out_nat.id
}
