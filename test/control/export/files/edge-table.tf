# The network of "edge-table", as Blackfoot left it.
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

resource "aws_subnet" "app" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.2.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-app" }
}

resource "aws_subnet" "fw" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.9.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-fw" }
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

resource "aws_vpc_security_group_egress_rule" "all_egress_1" {
  security_group_id = aws_security_group.all.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_route_table" "edge" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-edge" }
}

resource "aws_route_table" "app" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-app" }
}

resource "aws_route_table" "fw" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-fw" }
}

resource "aws_network_interface" "app" {
  subnet_id       = aws_subnet.app.id
  private_ips     = ["10.1.2.20"]
  security_groups = [aws_security_group.all.id]
  tags            = { Name = "eni-app" }
}

resource "aws_network_interface" "fw" {
  subnet_id         = aws_subnet.fw.id
  private_ips       = ["10.1.9.10"]
  security_groups   = [aws_security_group.all.id]
  source_dest_check = false
  tags              = { Name = "eni-fw" }
}

resource "aws_instance" "app" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "app" }

  primary_network_interface {
    network_interface_id = aws_network_interface.app.id
  }
}

resource "aws_instance" "fw" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "fw" }

  primary_network_interface {
    network_interface_id = aws_network_interface.fw.id
  }
}

resource "aws_eip" "app" {
  domain = "vpc"
  tags   = { Name = "eipalloc-app" }
}

resource "aws_eip_association" "app_association" {
  allocation_id        = aws_eip.app.id
  network_interface_id = aws_network_interface.app.id
  private_ip_address   = "10.1.2.20"
  depends_on           = [aws_internet_gateway.igw_1]
}

resource "aws_eip" "fw" {
  domain = "vpc"
  tags   = { Name = "eipalloc-fw" }
}

resource "aws_eip_association" "fw_association" {
  allocation_id        = aws_eip.fw.id
  network_interface_id = aws_network_interface.fw.id
  private_ip_address   = "10.1.9.10"
  depends_on           = [aws_internet_gateway.igw_1]
}

resource "aws_internet_gateway" "igw_1" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "igw-1" }
}

resource "aws_route" "edge_to_eni_fw_10_1_2_0_24" {
  route_table_id         = aws_route_table.edge.id
  destination_cidr_block = "10.1.2.0/24"
  network_interface_id   = aws_network_interface.fw.id
}

resource "aws_route" "app_to_eni_fw" {
  route_table_id         = aws_route_table.app.id
  destination_cidr_block = "0.0.0.0/0"
  network_interface_id   = aws_network_interface.fw.id
}

resource "aws_route" "fw_to_igw_1" {
  route_table_id         = aws_route_table.fw.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.igw_1.id
}

resource "aws_route_table_association" "edge_igw_1" {
  route_table_id = aws_route_table.edge.id
  gateway_id     = aws_internet_gateway.igw_1.id
}

resource "aws_route_table_association" "app_subnet_app" {
  route_table_id = aws_route_table.app.id
  subnet_id      = aws_subnet.app.id
}

resource "aws_route_table_association" "fw_subnet_fw" {
  route_table_id = aws_route_table.fw.id
  subnet_id      = aws_subnet.fw.id
}
