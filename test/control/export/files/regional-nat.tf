# The network of "regional-nat", as Blackfoot left it.
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

resource "aws_subnet" "app_a" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.3.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-app-a" }
}

resource "aws_subnet" "app_b" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.4.0/24"
  availability_zone = "us-east-1b"
  tags              = { Name = "subnet-app-b" }
}

resource "aws_subnet" "app_c" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.5.0/24"
  availability_zone = "us-east-1c"
  tags              = { Name = "subnet-app-c" }
}

resource "aws_default_security_group" "red_default" {
  vpc_id = aws_vpc.red.id

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_network_interface" "app_a" {
  subnet_id       = aws_subnet.app_a.id
  private_ips     = ["10.1.3.20"]
  security_groups = [aws_vpc.red.default_security_group_id]
  tags            = { Name = "eni-app-a" }
}

resource "aws_network_interface" "app_b" {
  subnet_id       = aws_subnet.app_b.id
  private_ips     = ["10.1.4.20"]
  security_groups = [aws_vpc.red.default_security_group_id]
  tags            = { Name = "eni-app-b" }
}

resource "aws_network_interface" "app_c" {
  subnet_id       = aws_subnet.app_c.id
  private_ips     = ["10.1.5.20"]
  security_groups = [aws_vpc.red.default_security_group_id]
  tags            = { Name = "eni-app-c" }
}

resource "aws_instance" "app_a" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "app-a" }

  primary_network_interface {
    network_interface_id = aws_network_interface.app_a.id
  }
}

resource "aws_instance" "app_b" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "app-b" }

  primary_network_interface {
    network_interface_id = aws_network_interface.app_b.id
  }
}

resource "aws_instance" "app_c" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "app-c" }

  primary_network_interface {
    network_interface_id = aws_network_interface.app_c.id
  }
}

resource "aws_eip" "a" {
  domain = "vpc"
  tags   = { Name = "eipalloc-a" }
}

resource "aws_eip" "b" {
  domain = "vpc"
  tags   = { Name = "eipalloc-b" }
}

resource "aws_internet_gateway" "igw_1" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "igw-1" }
}

resource "aws_nat_gateway" "nat_r" {
  vpc_id            = aws_vpc.red.id
  availability_mode = "regional"
  tags              = { Name = "nat-r" }
  depends_on        = [aws_internet_gateway.igw_1]

  availability_zone_address {
    availability_zone = "us-east-1a"
    allocation_ids    = [aws_eip.a.id]
  }

  availability_zone_address {
    availability_zone = "us-east-1b"
    allocation_ids    = [aws_eip.b.id]
  }
}

resource "aws_route" "main_to_nat_r" {
  route_table_id         = aws_vpc.red.default_route_table_id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.nat_r.id
}
