# The network of "ipv6", as Blackfoot left it.
#
# - This makes real things in your account, and some of them cost money by the hour, used or not.
#   Read it first, and delete everything afterwards.
# - The IPv6 block of vpc-red is Amazon’s to give; the one in the game is for documentation only.
# - Instances are t3.micro with Amazon Linux 2023, in place of the machines of the game.
# - AWS picks the public addresses; they will not be those of the game.
# - Machines outside AWS are not made: client, client4.

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
  cidr_block                       = "10.1.0.0/16"
  assign_generated_ipv6_cidr_block = true
  tags                             = { Name = "vpc-red" }
}

resource "aws_subnet" "web" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.1.0/24"
  ipv6_cidr_block   = cidrsubnet(aws_vpc.red.ipv6_cidr_block, 8, 0)
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-web" }
}

resource "aws_subnet" "app" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.2.0/24"
  ipv6_cidr_block   = cidrsubnet(aws_vpc.red.ipv6_cidr_block, 8, 1)
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-app" }
}

resource "aws_subnet" "old" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.3.0/24"
  ipv6_cidr_block   = cidrsubnet(aws_vpc.red.ipv6_cidr_block, 8, 2)
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-old" }
}

resource "aws_security_group" "all" {
  name        = "all"
  description = "all"
  vpc_id      = aws_vpc.red.id
}

resource "aws_vpc_security_group_ingress_rule" "all_ingress_1" {
  security_group_id = aws_security_group.all.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "all_ingress_2" {
  security_group_id = aws_security_group.all.id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0"
}

resource "aws_vpc_security_group_egress_rule" "all_egress_1" {
  security_group_id = aws_security_group.all.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "all_egress_2" {
  security_group_id = aws_security_group.all.id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0"
}

resource "aws_network_acl" "app" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "acl-app" }
}

resource "aws_network_acl_rule" "app_ingress_100" {
  network_acl_id = aws_network_acl.app.id
  rule_number    = 100
  egress         = false
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "app_ingress_101" {
  network_acl_id  = aws_network_acl.app.id
  rule_number     = 101
  egress          = false
  protocol        = "-1"
  rule_action     = "allow"
  ipv6_cidr_block = "::/0"
}

resource "aws_network_acl_rule" "app_egress_100" {
  network_acl_id = aws_network_acl.app.id
  rule_number    = 100
  egress         = true
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "app_egress_101" {
  network_acl_id  = aws_network_acl.app.id
  rule_number     = 101
  egress          = true
  protocol        = "-1"
  rule_action     = "allow"
  ipv6_cidr_block = "::/0"
}

resource "aws_network_acl_association" "app_subnet_app" {
  network_acl_id = aws_network_acl.app.id
  subnet_id      = aws_subnet.app.id
}

resource "aws_route_table" "web" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-web" }
}

resource "aws_route_table" "app" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-app" }
}

resource "aws_route_table" "old" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-old" }
}

resource "aws_network_interface" "web" {
  subnet_id          = aws_subnet.web.id
  private_ips        = ["10.1.1.5"]
  ipv6_address_count = 1
  security_groups    = [aws_security_group.all.id]
  tags               = { Name = "eni-web" }
}

resource "aws_network_interface" "app" {
  subnet_id          = aws_subnet.app.id
  private_ips        = ["10.1.2.5"]
  ipv6_address_count = 1
  security_groups    = [aws_security_group.all.id]
  tags               = { Name = "eni-app" }
}

resource "aws_network_interface" "old" {
  subnet_id          = aws_subnet.old.id
  private_ips        = ["10.1.3.5"]
  ipv6_address_count = 1
  security_groups    = [aws_security_group.all.id]
  tags               = { Name = "eni-old" }
}

resource "aws_instance" "web" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "web" }

  primary_network_interface {
    network_interface_id = aws_network_interface.web.id
  }
}

resource "aws_instance" "app" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "app" }

  primary_network_interface {
    network_interface_id = aws_network_interface.app.id
  }
}

resource "aws_instance" "old" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "old" }

  primary_network_interface {
    network_interface_id = aws_network_interface.old.id
  }
}

resource "aws_eip" "web" {
  domain = "vpc"
  tags   = { Name = "eipalloc-web" }
}

resource "aws_eip_association" "web_association" {
  allocation_id        = aws_eip.web.id
  network_interface_id = aws_network_interface.web.id
  private_ip_address   = "10.1.1.5"
  depends_on           = [aws_internet_gateway.igw_1]
}

resource "aws_internet_gateway" "igw_1" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "igw-1" }
}

resource "aws_egress_only_internet_gateway" "eigw_1" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "eigw-1" }
}

resource "aws_route" "web_to_igw_1" {
  route_table_id         = aws_route_table.web.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.igw_1.id
}

resource "aws_route" "web_to_igw_1_2" {
  route_table_id              = aws_route_table.web.id
  destination_ipv6_cidr_block = "::/0"
  gateway_id                  = aws_internet_gateway.igw_1.id
}

resource "aws_route" "app_to_eigw_1" {
  route_table_id              = aws_route_table.app.id
  destination_ipv6_cidr_block = "::/0"
  egress_only_gateway_id      = aws_egress_only_internet_gateway.eigw_1.id
}

resource "aws_route" "old_to_igw_1" {
  route_table_id         = aws_route_table.old.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.igw_1.id
}

resource "aws_route_table_association" "web_subnet_web" {
  route_table_id = aws_route_table.web.id
  subnet_id      = aws_subnet.web.id
}

resource "aws_route_table_association" "app_subnet_app" {
  route_table_id = aws_route_table.app.id
  subnet_id      = aws_subnet.app.id
}

resource "aws_route_table_association" "old_subnet_old" {
  route_table_id = aws_route_table.old.id
  subnet_id      = aws_subnet.old.id
}
