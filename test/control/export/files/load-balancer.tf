# The network of "load-balancer", as Blackfoot left it.
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

resource "aws_subnet" "pub_a" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.1.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-pub-a" }
}

resource "aws_subnet" "pub_b" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.11.0/24"
  availability_zone = "us-east-1b"
  tags              = { Name = "subnet-pub-b" }
}

resource "aws_subnet" "app_a" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.2.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-app-a" }
}

resource "aws_subnet" "app_b" {
  vpc_id            = aws_vpc.red.id
  cidr_block        = "10.1.12.0/24"
  availability_zone = "us-east-1b"
  tags              = { Name = "subnet-app-b" }
}

resource "aws_security_group" "web" {
  name        = "web"
  description = "web"
  vpc_id      = aws_vpc.red.id
}

resource "aws_vpc_security_group_ingress_rule" "web_ingress_1" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "6"
  from_port         = 0
  to_port           = 65535
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "web_egress_1" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_route_table" "pub" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-pub" }
}

resource "aws_route_table" "app" {
  vpc_id = aws_vpc.red.id
  tags   = { Name = "rtb-app" }
}

resource "aws_network_interface" "web_1" {
  subnet_id       = aws_subnet.app_a.id
  private_ips     = ["10.1.2.21"]
  security_groups = [aws_security_group.web.id]
  tags            = { Name = "eni-web-1" }
}

resource "aws_network_interface" "web_2" {
  subnet_id       = aws_subnet.app_a.id
  private_ips     = ["10.1.2.22"]
  security_groups = [aws_security_group.web.id]
  tags            = { Name = "eni-web-2" }
}

resource "aws_network_interface" "api" {
  subnet_id       = aws_subnet.app_b.id
  private_ips     = ["10.1.12.30"]
  security_groups = [aws_security_group.web.id]
  tags            = { Name = "eni-api" }
}

resource "aws_instance" "web_1" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "web-1" }

  primary_network_interface {
    network_interface_id = aws_network_interface.web_1.id
  }
}

resource "aws_instance" "web_2" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "web-2" }

  primary_network_interface {
    network_interface_id = aws_network_interface.web_2.id
  }
}

resource "aws_instance" "api" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "api" }

  primary_network_interface {
    network_interface_id = aws_network_interface.api.id
  }
}

resource "aws_eip" "nlb_a" {
  domain = "vpc"
  tags   = { Name = "eipalloc-nlb-a" }
}

resource "aws_eip" "nlb_b" {
  domain = "vpc"
  tags   = { Name = "eipalloc-nlb-b" }
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
  subnet_id     = aws_subnet.pub_a.id
  allocation_id = aws_eip.nat.id
  private_ip    = "10.1.1.50"
  tags          = { Name = "nat-1" }
  depends_on    = [aws_internet_gateway.igw_1]
}

resource "aws_lb" "nlb_1" {
  name               = "web"
  load_balancer_type = "network"
  internal           = false
  depends_on         = [aws_internet_gateway.igw_1]

  subnet_mapping {
    subnet_id     = aws_subnet.pub_a.id
    allocation_id = aws_eip.nlb_a.id
  }

  subnet_mapping {
    subnet_id     = aws_subnet.pub_b.id
    allocation_id = aws_eip.nlb_b.id
  }
}

resource "aws_lb_listener" "nlb_1_listener_1" {
  load_balancer_arn = aws_lb.nlb_1.arn
  protocol          = "TCP"
  port              = 443

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_lb_listener" "nlb_1_listener_2" {
  load_balancer_arn = aws_lb.nlb_1.arn
  protocol          = "TCP"
  port              = 8443

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api.arn
  }
}

resource "aws_lb_target_group" "web" {
  name        = "web"
  protocol    = "TCP"
  port        = 443
  vpc_id      = aws_vpc.red.id
  target_type = "instance"
}

resource "aws_lb_target_group_attachment" "web_target_1" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.web_1.id
}

resource "aws_lb_target_group_attachment" "web_target_2" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.web_2.id
}

resource "aws_lb_target_group" "api" {
  name        = "api"
  protocol    = "TCP"
  port        = 8080
  vpc_id      = aws_vpc.red.id
  target_type = "ip"
}

resource "aws_lb_target_group_attachment" "api_target_1" {
  target_group_arn = aws_lb_target_group.api.arn
  target_id        = "10.1.12.30"
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

resource "aws_route_table_association" "pub_subnet_pub_a" {
  route_table_id = aws_route_table.pub.id
  subnet_id      = aws_subnet.pub_a.id
}

resource "aws_route_table_association" "pub_subnet_pub_b" {
  route_table_id = aws_route_table.pub.id
  subnet_id      = aws_subnet.pub_b.id
}

resource "aws_route_table_association" "app_subnet_app_a" {
  route_table_id = aws_route_table.app.id
  subnet_id      = aws_subnet.app_a.id
}

resource "aws_route_table_association" "app_subnet_app_b" {
  route_table_id = aws_route_table.app.id
  subnet_id      = aws_subnet.app_b.id
}
