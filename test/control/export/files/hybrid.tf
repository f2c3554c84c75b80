# The network of "hybrid", as Blackfoot left it.
#
# - This makes real things in your account, and some of them cost money by the hour, used or not.
#   Read it first, and delete everything afterwards.
# - Instances are t3.micro with Amazon Linux 2023, in place of the machines of the game.
# - cgw-1 stands for a network of your own: its router has to be set up by whoever owns it.
# - cgw-2 stands for a network of your own: its router has to be set up by whoever owns it.
# - cgw-3 stands for a network of your own: its router has to be set up by whoever owns it.
# - dxcon-1 is an order for a physical port: somebody has to lay the wire, and it is paid by the
#   hour from then on.
# - dxvif-2 needs public BGP addresses of your own on both ends.
# - site-hq stands for a network of your own: its router has to be set up by whoever owns it.
# - site-branch stands for a network of your own: its router has to be set up by whoever owns it.
# - Machines outside AWS are not made: hq, lab, branch, bucket, client.

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

resource "aws_subnet" "app" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.2.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-app" }
}

resource "aws_security_group" "app" {
  name        = "app"
  description = "app"
  vpc_id      = aws_vpc.red.id
}

resource "aws_vpc_security_group_ingress_rule" "app_ingress_1" {
  security_group_id = aws_security_group.app.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "app_egress_1" {
  security_group_id = aws_security_group.app.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_route_table" "app" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-app" }
}

resource "aws_network_interface" "app" {
  subnet_id       = aws_subnet.app.id
  private_ips     = ["10.1.2.20"]
  security_groups = [aws_security_group.app.id]
  tags            = { Name = "eni-app" }
}

resource "aws_instance" "app" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "app" }

  primary_network_interface {
    network_interface_id = aws_network_interface.app.id
  }
}

resource "aws_vpn_gateway" "vgw_1" {
  vpc_id          = aws_vpc.red.id
  amazon_side_asn = 64512
  tags            = { Name = "vgw-1" }
}

resource "aws_customer_gateway" "cgw_1" {
  type       = "ipsec.1"
  ip_address = "192.0.2.9"
  bgp_asn    = 65000
  tags       = { Name = "cgw-1" }
}

resource "aws_customer_gateway" "cgw_2" {
  type       = "ipsec.1"
  ip_address = "192.0.2.10"
  bgp_asn    = 65001
  tags       = { Name = "cgw-2" }
}

resource "aws_customer_gateway" "cgw_3" {
  type       = "ipsec.1"
  ip_address = "192.0.2.9"
  bgp_asn    = 65003
  tags       = { Name = "cgw-3" }
}

resource "aws_vpn_connection" "vpn_1" {
  type                = "ipsec.1"
  customer_gateway_id = aws_customer_gateway.cgw_3.id
  vpn_gateway_id      = aws_vpn_gateway.vgw_1.id
  static_routes_only  = true
  tags                = { Name = "vpn-1" }
}

resource "aws_vpn_connection_route" "vpn_1_172_16_0_0_16" {
  vpn_connection_id      = aws_vpn_connection.vpn_1.id
  destination_cidr_block = "172.16.0.0/16"
}

resource "aws_vpn_connection" "vpn_2" {
  type                = "ipsec.1"
  customer_gateway_id = aws_customer_gateway.cgw_1.id
  vpn_gateway_id      = aws_vpn_gateway.vgw_1.id
  static_routes_only  = false
  tags                = { Name = "vpn-2" }
}

resource "aws_vpn_connection" "vpn_3" {
  type                = "ipsec.1"
  customer_gateway_id = aws_customer_gateway.cgw_2.id
  vpn_gateway_id      = aws_vpn_gateway.vgw_1.id
  static_routes_only  = false
  tags                = { Name = "vpn-3" }
}

resource "aws_dx_connection" "dxcon_1" {
  name      = "wire"
  location  = "EqDC2"
  bandwidth = "1Gbps"
}

resource "aws_dx_private_virtual_interface" "dxvif_1" {
  connection_id  = aws_dx_connection.dxcon_1.id
  name           = "vif"
  vlan           = 101
  address_family = "ipv4"
  bgp_asn        = 65000
  vpn_gateway_id = aws_vpn_gateway.vgw_1.id
}

resource "aws_dx_public_virtual_interface" "dxvif_2" {
  connection_id         = aws_dx_connection.dxcon_1.id
  name                  = "vif"
  vlan                  = 102
  address_family        = "ipv4"
  bgp_asn               = 65000
  route_filter_prefixes = ["192.0.2.192/26"]
}

resource "aws_vpn_gateway_route_propagation" "app_from_vgw_1" {
  route_table_id = aws_route_table.app.id
  vpn_gateway_id = aws_vpn_gateway.vgw_1.id
}

resource "aws_route_table_association" "app_subnet_app" {
  route_table_id = aws_route_table.app.id
  subnet_id      = aws_subnet.app.id
}
