# The network of "peering", as Blackfoot left it.
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

resource "aws_vpc" "green" {
  cidr_block = "10.3.0.0/16"
  tags       = { Name = "vpc-green" }
}

resource "aws_subnet" "red" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.1.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-red" }
}

resource "aws_subnet" "blue" {
  vpc_id            = aws_vpc.blue.id
  cidr_block        = "10.2.1.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-blue" }
}

resource "aws_subnet" "pub" {
  vpc_id            = aws_vpc.blue.id
  cidr_block        = "10.2.9.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-pub" }
}

resource "aws_subnet" "green" {
  vpc_id            = aws_vpc.green.id
  cidr_block        = "10.3.1.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-green" }
}

resource "aws_security_group" "red" {
  name        = "red"
  description = "red"
  vpc_id      = aws_vpc.red.id
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
  security_group_id            = aws_security_group.blue.id
  ip_protocol                  = "6"
  from_port                    = 0
  to_port                      = 65535
  referenced_security_group_id = aws_security_group.red.id
}

resource "aws_vpc_security_group_egress_rule" "blue_egress_1" {
  security_group_id = aws_security_group.blue.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "green" {
  name        = "green"
  description = "green"
  vpc_id      = aws_vpc.green.id
}

resource "aws_vpc_security_group_ingress_rule" "green_ingress_1" {
  security_group_id = aws_security_group.green.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "green_egress_1" {
  security_group_id = aws_security_group.green.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_route_table" "red" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-red" }
}

resource "aws_route_table" "blue" {
  vpc_id = aws_vpc.blue.id
  tags   = { Name = "rtb-blue" }
}

resource "aws_route_table" "pub" {
  vpc_id = aws_vpc.blue.id
  tags   = { Name = "rtb-pub" }
}

resource "aws_route_table" "green" {
  vpc_id = aws_vpc.green.id
  tags   = { Name = "rtb-green" }
}

resource "aws_network_interface" "red" {
  subnet_id       = aws_subnet.red.id
  private_ips     = ["10.1.1.5"]
  security_groups = [aws_security_group.red.id]
  tags            = { Name = "eni-red" }
}

resource "aws_network_interface" "blue" {
  subnet_id       = aws_subnet.blue.id
  private_ips     = ["10.2.1.5"]
  security_groups = [aws_security_group.blue.id]
  tags            = { Name = "eni-blue" }
}

resource "aws_network_interface" "green" {
  subnet_id       = aws_subnet.green.id
  private_ips     = ["10.3.1.5"]
  security_groups = [aws_security_group.green.id]
  tags            = { Name = "eni-green" }
}

resource "aws_instance" "red" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "red" }

  primary_network_interface {
    network_interface_id = aws_network_interface.red.id
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

resource "aws_instance" "green" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "green" }

  primary_network_interface {
    network_interface_id = aws_network_interface.green.id
  }
}

resource "aws_eip" "nat" {
  domain = "vpc"
  tags   = { Name = "eipalloc-nat" }
}

resource "aws_vpc_peering_connection" "pcx_1" {
  vpc_id      = aws_vpc.red.id
  peer_vpc_id = aws_vpc.blue.id
  auto_accept = true
  tags        = { Name = "pcx-1" }
}

resource "aws_vpc_peering_connection" "pcx_2" {
  vpc_id      = aws_vpc.blue.id
  peer_vpc_id = aws_vpc.green.id
  auto_accept = true
  tags        = { Name = "pcx-2" }
}

resource "aws_internet_gateway" "igw_1" {
  vpc_id = aws_vpc.blue.id
  tags   = { Name = "igw-1" }
}

resource "aws_nat_gateway" "nat_1" {
  subnet_id     = aws_subnet.pub.id
  allocation_id = aws_eip.nat.id
  private_ip    = "10.2.9.20"
  tags          = { Name = "nat-1" }
  depends_on    = [aws_internet_gateway.igw_1]
}

resource "aws_route" "red_to_pcx_1_10_2_0_0_16" {
  route_table_id            = aws_route_table.red.id
  destination_cidr_block    = "10.2.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection.pcx_1.id
}

resource "aws_route" "blue_to_pcx_1_10_1_0_0_16" {
  route_table_id            = aws_route_table.blue.id
  destination_cidr_block    = "10.1.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection.pcx_1.id
}

resource "aws_route" "blue_to_pcx_2_10_3_0_0_16" {
  route_table_id            = aws_route_table.blue.id
  destination_cidr_block    = "10.3.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection.pcx_2.id
}

resource "aws_route" "blue_to_nat_1" {
  route_table_id         = aws_route_table.blue.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.nat_1.id
}

resource "aws_route" "pub_to_igw_1" {
  route_table_id         = aws_route_table.pub.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.igw_1.id
}

resource "aws_route" "green_to_pcx_2_10_2_0_0_16" {
  route_table_id            = aws_route_table.green.id
  destination_cidr_block    = "10.2.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection.pcx_2.id
}

resource "aws_route_table_association" "red_subnet_red" {
  route_table_id = aws_route_table.red.id
  subnet_id      = aws_subnet.red.id
}

resource "aws_route_table_association" "blue_subnet_blue" {
  route_table_id = aws_route_table.blue.id
  subnet_id      = aws_subnet.blue.id
}

resource "aws_route_table_association" "pub_subnet_pub" {
  route_table_id = aws_route_table.pub.id
  subnet_id      = aws_subnet.pub.id
}

resource "aws_route_table_association" "green_subnet_green" {
  route_table_id = aws_route_table.green.id
  subnet_id      = aws_subnet.green.id
}
