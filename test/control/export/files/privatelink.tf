# The network of "privatelink", as Blackfoot left it.
#
# - This makes real things in your account, and some of them cost money by the hour, used or not.
#   Read it first, and delete everything afterwards.
# - Instances are t3.micro with Amazon Linux 2023, in place of the machines of the game.
# - What runs on them is not set up: who listens on which port, who is let in, which names they look
#   up.

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

resource "aws_vpc" "consumer" {
  cidr_block = "10.0.0.0/16"
  tags       = { Name = "vpc-consumer" }
}

resource "aws_vpc" "provider" {
  cidr_block = "10.0.0.0/16"
  tags       = { Name = "vpc-provider" }
}

resource "aws_subnet" "app" {
  vpc_id            = aws_vpc.consumer.id
  cidr_block        = "10.0.2.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-app" }
}

resource "aws_subnet" "nlb" {
  vpc_id            = aws_vpc.provider.id
  cidr_block        = "10.0.8.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-nlb" }
}

resource "aws_subnet" "api" {
  vpc_id            = aws_vpc.provider.id
  cidr_block        = "10.0.9.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = "subnet-api" }
}

resource "aws_security_group" "vpce" {
  name        = "vpce"
  description = "vpce"
  vpc_id      = aws_vpc.consumer.id
}

resource "aws_vpc_security_group_ingress_rule" "vpce_ingress_1" {
  security_group_id = aws_security_group.vpce.id
  ip_protocol       = "6"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/16"
}

resource "aws_security_group" "api" {
  name        = "api"
  description = "api"
  vpc_id      = aws_vpc.provider.id
}

resource "aws_vpc_security_group_ingress_rule" "api_ingress_1" {
  security_group_id = aws_security_group.api.id
  ip_protocol       = "6"
  from_port         = 0
  to_port           = 65535
  cidr_ipv4         = "10.0.8.80/32"
}

resource "aws_vpc_security_group_egress_rule" "api_egress_1" {
  security_group_id = aws_security_group.api.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_network_interface" "app" {
  subnet_id       = aws_subnet.app.id
  private_ips     = ["10.0.2.20"]
  security_groups = [aws_vpc.consumer.default_security_group_id]
  tags            = { Name = "eni-app" }
}

resource "aws_network_interface" "api" {
  subnet_id       = aws_subnet.api.id
  private_ips     = ["10.0.9.20"]
  security_groups = [aws_security_group.api.id]
  tags            = { Name = "eni-api" }
}

resource "aws_instance" "app" {
  ami           = data.aws_ssm_parameter.amazon_linux.insecure_value
  instance_type = "t3.micro"
  tags          = { Name = "app" }

  primary_network_interface {
    network_interface_id = aws_network_interface.app.id
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

resource "aws_lb" "api" {
  name               = "nlb-api"
  load_balancer_type = "network"
  internal           = true

  subnet_mapping {
    subnet_id            = aws_subnet.nlb.id
    private_ipv4_address = "10.0.8.80"
  }
}

resource "aws_lb_listener" "api_listener_1" {
  load_balancer_arn = aws_lb.api.arn
  protocol          = "TCP"
  port              = 443

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api.arn
  }
}

resource "aws_lb_target_group" "api" {
  name        = "tg-api"
  protocol    = "TCP"
  port        = 8443
  vpc_id      = aws_vpc.provider.id
  target_type = "instance"
}

resource "aws_lb_target_group_attachment" "api_target_1" {
  target_group_arn = aws_lb_target_group.api.arn
  target_id        = aws_instance.api.id
}

resource "aws_vpc_endpoint_service" "vpce_svc_api" {
  acceptance_required        = true
  network_load_balancer_arns = [aws_lb.api.arn]
}

resource "aws_vpc_endpoint" "vpce_api" {
  vpc_id             = aws_vpc.consumer.id
  service_name       = aws_vpc_endpoint_service.vpce_svc_api.service_name
  vpc_endpoint_type  = "Interface"
  subnet_ids         = [aws_subnet.app.id]
  security_group_ids = [aws_security_group.vpce.id]
  tags               = { Name = "vpce-api" }

  subnet_configuration {
    subnet_id = aws_subnet.app.id
    ipv4      = "10.0.2.77"
  }
}

resource "aws_vpc_endpoint_connection_accepter" "vpce_api_consent" {
  vpc_endpoint_service_id = aws_vpc_endpoint_service.vpce_svc_api.id
  vpc_endpoint_id         = aws_vpc_endpoint.vpce_api.id
}
