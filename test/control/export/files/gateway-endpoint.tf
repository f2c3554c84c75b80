# The network of "gateway-endpoint", as Blackfoot left it.
#
# - This makes real things in your account, and some of them cost money by the hour, used or not.
#   Read it first, and delete everything afterwards.
# - Instances are t3.micro with Amazon Linux 2023, in place of the machines of the game.
# - AWS picks the public addresses; they will not be those of the game.
# - Machines outside AWS are not made: client, bucket, table, far-bucket.

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

data "aws_ec2_managed_prefix_list" "s3" {
  filter {
    name   = "prefix-list-name"
    values = ["com.amazonaws.us-east-1.s3"]
  }
}

resource "aws_vpc" "red" {
  cidr_block = "10.1.0.0/16"
  tags       = { Name = "vpc-red" }
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

resource "aws_subnet" "iso" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.3.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-iso" }
}

resource "aws_security_group" "s3" {
  name        = "s3"
  description = "s3"
  vpc_id      = aws_vpc.red.id
}

resource "aws_vpc_security_group_egress_rule" "s3_egress_1" {
  security_group_id = aws_security_group.s3.id
  ip_protocol       = "6"
  from_port         = 443
  to_port           = 443
  prefix_list_id    = data.aws_ec2_managed_prefix_list.s3.id
}

resource "aws_route_table" "pub" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-pub" }
}

resource "aws_route_table" "app" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-app" }
}

resource "aws_route_table" "iso" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-iso" }
}

resource "aws_network_interface" "app" {
  subnet_id       = aws_subnet.app.id
  private_ips     = ["10.1.2.20"]
  security_groups = [aws_vpc.red.default_security_group_id]
  tags            = { Name = "eni-app" }
}

resource "aws_network_interface" "iso" {
  subnet_id       = aws_subnet.iso.id
  private_ips     = ["10.1.3.30"]
  security_groups = [aws_vpc.red.default_security_group_id]
  tags            = { Name = "eni-iso" }
}

resource "aws_instance" "app" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "app" }

  primary_network_interface {
    network_interface_id = aws_network_interface.app.id
  }
}

resource "aws_instance" "iso" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "iso" }

  primary_network_interface {
    network_interface_id = aws_network_interface.iso.id
  }
}

resource "aws_eip" "nat" {
  domain = "vpc"
  tags   = { Name = "eipalloc-nat" }
}

resource "aws_internet_gateway" "igw_1" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "igw-1" }
}

resource "aws_nat_gateway" "nat_1" {
  subnet_id     = aws_subnet.pub.id
  allocation_id = aws_eip.nat.id
  private_ip    = "10.1.1.50"
  tags          = { Name = "nat-1" }
  depends_on    = [aws_internet_gateway.igw_1]
}

resource "aws_vpc_endpoint" "vpce_s3" {
  vpc_id            = aws_vpc.red.id
  service_name      = "com.amazonaws.us-east-1.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [aws_route_table.app.id]
  tags              = { Name = "vpce-s3" }
}

resource "aws_route" "pub_to_igw_1" {
  route_table_id         = aws_route_table.pub.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.igw_1.id
}

resource "aws_route" "app_to_nat_1" {
  route_table_id         = aws_route_table.app.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.nat_1.id
}

resource "aws_route_table_association" "pub_subnet_pub" {
  route_table_id = aws_route_table.pub.id
  subnet_id      = aws_subnet.pub.id
}

resource "aws_route_table_association" "app_subnet_app" {
  route_table_id = aws_route_table.app.id
  subnet_id      = aws_subnet.app.id
}

resource "aws_route_table_association" "iso_subnet_iso" {
  route_table_id = aws_route_table.iso.id
  subnet_id      = aws_subnet.iso.id
}
