# The network of "nat", as Blackfoot left it.
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
  cidr_block = "10.0.0.0/16"
  tags       = { Name = "vpc-red" }
}

resource "aws_subnet" "p" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.0.2.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-p" }
}

resource "aws_subnet" "q" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-q" }
}

resource "aws_security_group" "app" {
  name        = "app"
  description = "app"
  vpc_id      = aws_vpc.red.id
}

resource "aws_vpc_security_group_egress_rule" "app_egress_1" {
  security_group_id = aws_security_group.app.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "web" {
  name        = "web"
  description = "web"
  vpc_id      = aws_vpc.red.id
}

resource "aws_vpc_security_group_ingress_rule" "web_ingress_1" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "6"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "web_egress_1" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_network_acl" "p" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "acl-p" }
}

resource "aws_network_acl_rule" "p_ingress_100" {
  network_acl_id = aws_network_acl.p.id
  rule_number    = 100
  egress         = false
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "p_egress_100" {
  network_acl_id = aws_network_acl.p.id
  rule_number    = 100
  egress         = true
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_association" "p_subnet_p" {
  network_acl_id = aws_network_acl.p.id
  subnet_id      = aws_subnet.p.id
}

resource "aws_network_acl" "q" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "acl-q" }
}

resource "aws_network_acl_rule" "q_ingress_100" {
  network_acl_id = aws_network_acl.q.id
  rule_number    = 100
  egress         = false
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "q_egress_100" {
  network_acl_id = aws_network_acl.q.id
  rule_number    = 100
  egress         = true
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_association" "q_subnet_q" {
  network_acl_id = aws_network_acl.q.id
  subnet_id      = aws_subnet.q.id
}

resource "aws_route_table" "p" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-p" }
}

resource "aws_route_table" "q" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-q" }
}

resource "aws_network_interface" "app" {
  subnet_id       = aws_subnet.p.id
  private_ips     = ["10.0.2.10"]
  security_groups = [aws_security_group.app.id]
  tags            = { Name = "eni-app" }
}

resource "aws_network_interface" "web" {
  subnet_id       = aws_subnet.q.id
  private_ips     = ["10.0.1.10"]
  security_groups = [aws_security_group.web.id]
  tags            = { Name = "eni-web" }
}

resource "aws_instance" "app" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "app" }

  primary_network_interface {
    network_interface_id = aws_network_interface.app.id
  }
}

resource "aws_instance" "web" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "web" }

  primary_network_interface {
    network_interface_id = aws_network_interface.web.id
  }
}

resource "aws_eip" "nat" {
  domain = "vpc"
  tags   = { Name = "eipalloc-nat" }
}

resource "aws_eip" "web" {
  domain = "vpc"
  tags   = { Name = "eipalloc-web" }
}

resource "aws_eip_association" "web_association" {
  allocation_id        = aws_eip.web.id
  network_interface_id = aws_network_interface.web.id
  private_ip_address   = "10.0.1.10"
  depends_on           = [aws_internet_gateway.igw_1]
}

resource "aws_internet_gateway" "igw_1" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "igw-1" }
}

resource "aws_nat_gateway" "nat_1" {
  subnet_id     = aws_subnet.q.id
  allocation_id = aws_eip.nat.id
  private_ip    = "10.0.1.20"
  tags          = { Name = "nat-1" }
  depends_on    = [aws_internet_gateway.igw_1]
}

resource "aws_route" "p_to_nat_1" {
  route_table_id         = aws_route_table.p.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.nat_1.id
}

resource "aws_route" "q_to_igw_1" {
  route_table_id         = aws_route_table.q.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.igw_1.id
}

resource "aws_route_table_association" "p_subnet_p" {
  route_table_id = aws_route_table.p.id
  subnet_id      = aws_subnet.p.id
}

resource "aws_route_table_association" "q_subnet_q" {
  route_table_id = aws_route_table.q.id
  subnet_id      = aws_subnet.q.id
}
