# The network of "the rest", as Blackfoot left it.
#
# - This makes real things in your account, and some of them cost money by the hour, used or not.
#   Read it first, and delete everything afterwards.
# - Instances are t3.micro with Amazon Linux 2023, in place of the machines of the game.
# - blue is stopped in the game; here it runs.
# - AWS picks the public addresses; they will not be those of the game.
# - dxcon-1 is an order for a physical port: somebody has to lay the wire, and it is paid by the
#   hour from then on.
# - Machines outside AWS are not made: partner.
# - What runs on them is not set up: who listens on which port, who is let in, which names they look
#   up.
# - Rows of the Mapping Service and frames on the wire are AWS’s own; no customer can touch them.

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
  cidr_block = "172.31.0.0/16"
  tags       = { Name = "vpc-blue" }
}

resource "aws_subnet" "pub" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.1.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-pub" }
}

resource "aws_subnet" "app" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.2.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-app" }
}

resource "aws_subnet" "blue" {
  vpc_id                  = aws_vpc.blue.id
  cidr_block              = "172.31.0.0/20"
  availability_zone       = "us-east-1a"
  map_public_ip_on_launch = true
  tags                    = { Name = "subnet-blue" }
}

resource "aws_ec2_managed_prefix_list" "pl_1" {
  name           = "offices"
  address_family = "IPv4"
  max_entries    = 1

  entry {
    cidr = "192.0.2.0/24"
  }
}

resource "aws_default_security_group" "red_default" {
  vpc_id = aws_vpc.red.id

  ingress {
    protocol  = "-1"
    from_port = 0
    to_port   = 0
    self      = true
  }

  ingress {
    protocol        = "6"
    from_port       = 443
    to_port         = 443
    prefix_list_ids = [aws_ec2_managed_prefix_list.pl_1.id]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    protocol    = "6"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["10.1.0.0/16"]
  }
}

resource "aws_security_group" "sg_1" {
  name        = "web"
  description = "web"
  vpc_id      = aws_vpc.red.id
}

resource "aws_vpc_security_group_ingress_rule" "sg_1_ingress_1" {
  security_group_id            = aws_security_group.sg_1.id
  ip_protocol                  = "6"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_vpc.red.default_security_group_id
}

resource "aws_vpc_security_group_ingress_rule" "sg_1_ingress_2" {
  security_group_id = aws_security_group.sg_1.id
  ip_protocol       = "1"
  from_port         = 8
  to_port           = 8
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "sg_1_egress_1" {
  security_group_id            = aws_security_group.sg_1.id
  ip_protocol                  = "17"
  from_port                    = 53
  to_port                      = 54
  referenced_security_group_id = aws_security_group.sg_1.id
}

resource "aws_network_acl" "blue_default" {
  vpc_id = aws_vpc.blue.id
  tags   = { Name = "acl-blue-default" }
}

resource "aws_network_acl_rule" "blue_default_ingress_100" {
  network_acl_id = aws_network_acl.blue_default.id
  rule_number    = 100
  egress         = false
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "blue_default_ingress_50" {
  network_acl_id = aws_network_acl.blue_default.id
  rule_number    = 50
  egress         = false
  protocol       = "6"
  rule_action    = "deny"
  cidr_block     = "0.0.0.0/0"
  from_port      = 22
  to_port        = 22
}

resource "aws_network_acl_rule" "blue_default_egress_100" {
  network_acl_id = aws_network_acl.blue_default.id
  rule_number    = 100
  egress         = true
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_association" "blue_default_subnet_blue" {
  network_acl_id = aws_network_acl.blue_default.id
  subnet_id      = aws_subnet.blue.id
}

resource "aws_network_acl" "acl_1" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "acl-1" }
}

resource "aws_network_acl_rule" "acl_1_ingress_100" {
  network_acl_id = aws_network_acl.acl_1.id
  rule_number    = 100
  egress         = false
  protocol       = "6"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
  from_port      = 443
  to_port        = 444
}

resource "aws_network_acl_rule" "acl_1_ingress_110" {
  network_acl_id = aws_network_acl.acl_1.id
  rule_number    = 110
  egress         = false
  protocol       = "1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
  icmp_type      = 8
  icmp_code      = -1
}

resource "aws_network_acl_rule" "acl_1_egress_90" {
  network_acl_id = aws_network_acl.acl_1.id
  rule_number    = 90
  egress         = true
  protocol       = "17"
  rule_action    = "deny"
  cidr_block     = "192.0.2.0/24"
  from_port      = 53
  to_port        = 53
}

resource "aws_network_acl_rule" "acl_1_egress_100" {
  network_acl_id = aws_network_acl.acl_1.id
  rule_number    = 100
  egress         = true
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_route_table" "pub" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-pub" }
}

resource "aws_route_table" "app" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-app" }
}

resource "aws_network_interface" "app" {
  subnet_id       = aws_subnet.app.id
  private_ips     = ["10.1.2.20"]
  security_groups = [aws_vpc.red.default_security_group_id]
  tags            = { Name = "eni-app" }
}

resource "aws_network_interface" "fw" {
  subnet_id         = aws_subnet.app.id
  private_ips       = ["10.1.2.30", "10.1.2.31"]
  security_groups   = [aws_vpc.red.default_security_group_id]
  source_dest_check = false
  tags              = { Name = "eni-fw" }
}

resource "aws_network_interface" "blue" {
  subnet_id       = aws_subnet.blue.id
  private_ips     = ["172.31.0.10"]
  security_groups = [aws_vpc.blue.default_security_group_id]
  tags            = { Name = "eni-blue" }
}

resource "aws_network_interface" "eni_1" {
  subnet_id       = aws_subnet.app.id
  private_ips     = ["10.1.2.99"]
  security_groups = [aws_vpc.red.default_security_group_id]
  tags            = { Name = "eni-1" }
}

resource "aws_instance" "web" {
  ami                         = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type               = "t3.micro"
  tags                        = { Name = "web" }
  subnet_id                   = aws_subnet.pub.id
  private_ip                  = "10.1.1.10"
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_vpc.red.default_security_group_id]
}

resource "aws_instance" "app" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "app" }

  primary_network_interface {
    network_interface_id = aws_network_interface.app.id
  }
}

resource "aws_network_interface_attachment" "eni_1_attachment" {
  instance_id          = aws_instance.app.id
  network_interface_id = aws_network_interface.eni_1.id
  device_index         = 1
}

resource "aws_instance" "fw" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "fw" }

  primary_network_interface {
    network_interface_id = aws_network_interface.fw.id
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

resource "aws_eip" "free" {
  domain = "vpc"
  tags   = { Name = "eipalloc-free" }
}

resource "aws_eip" "blue" {
  domain = "vpc"
  tags   = { Name = "eipalloc-blue" }
}

resource "aws_eip_association" "blue_association" {
  allocation_id        = aws_eip.blue.id
  network_interface_id = aws_network_interface.blue.id
  private_ip_address   = "172.31.0.10"
  depends_on           = [aws_internet_gateway.igw_blue]
}

resource "aws_internet_gateway" "igw_red" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "igw-red" }
}

resource "aws_internet_gateway" "igw_blue" {
  vpc_id = aws_vpc.blue.id
  tags   = { Name = "igw-blue" }
}

resource "aws_internet_gateway" "igw_spare" {
  tags = { Name = "igw-spare" }
}

resource "aws_vpc_peering_connection" "pcx_1" {
  vpc_id      = aws_vpc.red.id
  peer_vpc_id = aws_vpc.blue.id
  auto_accept = false
  tags        = { Name = "pcx-1" }
}

resource "aws_nat_gateway" "nat_1" {
  subnet_id     = aws_subnet.pub.id
  allocation_id = aws_eip.free.id
  private_ip    = "10.1.1.4"
  tags          = { Name = "nat-1" }
  depends_on    = [aws_internet_gateway.igw_red]
}

resource "aws_nat_gateway" "nat_2" {
  subnet_id                      = aws_subnet.app.id
  connectivity_type              = "private"
  private_ip                     = "10.1.2.4"
  secondary_private_ip_addresses = ["10.1.2.51"]
  tags                           = { Name = "nat-2" }
}

resource "aws_vpc_endpoint" "vpce_1" {
  vpc_id            = aws_vpc.red.id
  service_name      = "com.amazonaws.us-east-1.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [aws_route_table.app.id]
  policy            = "{\"Statement\":[]}"
  tags              = { Name = "vpce-1" }
}

resource "aws_vpn_gateway" "vgw_1" {
  amazon_side_asn = 64512
  tags            = { Name = "vgw-1" }
}

resource "aws_dx_connection" "dxcon_1" {
  name      = "wire"
  location  = "EqDC2"
  bandwidth = "1Gbps"
}

resource "aws_dx_gateway" "dxgw_1" {
  name            = "hub"
  amazon_side_asn = "64512"
}

resource "aws_dx_gateway_association" "dxgw_1_vgw_1" {
  dx_gateway_id         = aws_dx_gateway.dxgw_1.id
  associated_gateway_id = aws_vpn_gateway.vgw_1.id
}

resource "aws_dx_private_virtual_interface" "dxvif_1" {
  connection_id  = aws_dx_connection.dxcon_1.id
  name           = "vif"
  vlan           = 101
  address_family = "ipv4"
  bgp_asn        = 65000
  dx_gateway_id  = aws_dx_gateway.dxgw_1.id
}

resource "aws_route" "pub_to_igw_red" {
  route_table_id         = aws_route_table.pub.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.igw_red.id
}

resource "aws_route_table_association" "pub_subnet_pub" {
  route_table_id = aws_route_table.pub.id
  subnet_id      = aws_subnet.pub.id
}
