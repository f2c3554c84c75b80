# The network of "transit-vpn", as Blackfoot left it.
#
# - This makes real things in your account, and some of them cost money by the hour, used or not.
#   Read it first, and delete everything afterwards.
# - Instances are t3.micro with Amazon Linux 2023, in place of the machines of the game.
# - cgw-1 stands for a network of your own: its router has to be set up by whoever owns it.
# - site-hq stands for a network of your own: its router has to be set up by whoever owns it.
# - Machines outside AWS are not made: hq.

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

resource "aws_subnet" "red" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.1.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-red" }
}

resource "aws_subnet" "tgw" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.255.0/28"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-tgw" }
}

resource "aws_security_group" "red" {
  name        = "red"
  description = "red"
  vpc_id      = aws_vpc.red.id
}

resource "aws_vpc_security_group_ingress_rule" "red_ingress_1" {
  security_group_id = aws_security_group.red.id
  ip_protocol       = "-1"
  cidr_ipv4         = "172.16.0.0/16"
}

resource "aws_vpc_security_group_egress_rule" "red_egress_1" {
  security_group_id = aws_security_group.red.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_route_table" "red" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-red" }
}

resource "aws_network_interface" "red" {
  subnet_id       = aws_subnet.red.id
  private_ips     = ["10.1.1.5"]
  security_groups = [aws_security_group.red.id]
  tags            = { Name = "eni-red" }
}

resource "aws_instance" "red" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "red" }

  primary_network_interface {
    network_interface_id = aws_network_interface.red.id
  }
}

resource "aws_ec2_transit_gateway" "tgw_1" {
  amazon_side_asn                 = 64512
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  tags                            = { Name = "tgw-1" }
}

resource "aws_ec2_transit_gateway_route_table" "tgw_rtb_1" {
  transit_gateway_id = aws_ec2_transit_gateway.tgw_1.id
  tags               = { Name = "tgw-rtb-1" }
}

resource "aws_ec2_transit_gateway_route_table_association" "tgw_rtb_1_association_tgw_attach_red" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tgw_attach_red.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.tgw_rtb_1.id
}

resource "aws_ec2_transit_gateway_route_table_association" "tgw_rtb_1_association_tgw_attach_vpn" {
  transit_gateway_attachment_id  = aws_vpn_connection.vpn_1.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.tgw_rtb_1.id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "tgw_rtb_1_propagation_tgw_attach_red" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tgw_attach_red.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.tgw_rtb_1.id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "tgw_rtb_1_propagation_tgw_attach_vpn" {
  transit_gateway_attachment_id  = aws_vpn_connection.vpn_1.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.tgw_rtb_1.id
}

resource "aws_ec2_transit_gateway_vpc_attachment" "tgw_attach_red" {
  transit_gateway_id                              = aws_ec2_transit_gateway.tgw_1.id
  vpc_id                                          = aws_vpc.red.id
  subnet_ids                                      = [aws_subnet.tgw.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  tags                                            = { Name = "tgw-attach-red" }
}

resource "aws_customer_gateway" "cgw_1" {
  type       = "ipsec.1"
  ip_address = "192.0.2.9"
  bgp_asn    = 65000
  tags       = { Name = "cgw-1" }
}

resource "aws_vpn_connection" "vpn_1" {
  type                = "ipsec.1"
  customer_gateway_id = aws_customer_gateway.cgw_1.id
  transit_gateway_id  = aws_ec2_transit_gateway.tgw_1.id
  static_routes_only  = false
  tags                = { Name = "vpn-1" }
}

resource "aws_route" "red_to_tgw_1_172_16_0_0_12" {
  route_table_id         = aws_route_table.red.id
  destination_cidr_block = "172.16.0.0/12"
  transit_gateway_id     = aws_ec2_transit_gateway.tgw_1.id
}

resource "aws_route_table_association" "red_subnet_red" {
  route_table_id = aws_route_table.red.id
  subnet_id      = aws_subnet.red.id
}
