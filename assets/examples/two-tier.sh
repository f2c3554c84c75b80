#!/bin/sh
# A web server that the internet reaches, and an app that only reaches out: two tiers of one VPC, from an empty region.
#
#   blackfoot run empty two-tier.sh --out two-tier.json
#   blackfoot trace two-tier.json --from client --to web
#   blackfoot trace two-tier.json --from app --to client

# The network: one VPC, a public and a private subnet.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)
PUBLIC=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 \
  --availability-zone us-east-1a --query Subnet.SubnetId --output text)
PRIVATE=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 \
  --availability-zone us-east-1a --query Subnet.SubnetId --output text)

# The way out for the public subnet: an internet gateway, and a table that leads to it.
IGW=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC
PUBLIC_TABLE=$(aws ec2 create-route-table --vpc-id $VPC --query RouteTable.RouteTableId --output text)
aws ec2 create-route --route-table-id $PUBLIC_TABLE --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
aws ec2 associate-route-table --route-table-id $PUBLIC_TABLE --subnet-id $PUBLIC

# The way out for the private subnet: a NAT gateway, which stands in the public one.
ADDRESS=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
NAT=$(aws ec2 create-nat-gateway --subnet-id $PUBLIC --allocation-id $ADDRESS \
  --query NatGateway.NatGatewayId --output text)
aws ec2 wait nat-gateway-available --nat-gateway-ids $NAT
PRIVATE_TABLE=$(aws ec2 create-route-table --vpc-id $VPC --query RouteTable.RouteTableId --output text)
aws ec2 create-route --route-table-id $PRIVATE_TABLE --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT
aws ec2 associate-route-table --route-table-id $PRIVATE_TABLE --subnet-id $PRIVATE

# Who may talk: everybody to the web server's port 443, the web server alone to the app's 8080.
WEB_GROUP=$(aws ec2 create-security-group --group-name web --description "web servers" \
  --vpc-id $VPC --query GroupId --output text)
APP_GROUP=$(aws ec2 create-security-group --group-name app --description "apps" \
  --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $WEB_GROUP --protocol tcp --port 443 --cidr 0.0.0.0/0
aws ec2 authorize-security-group-ingress --group-id $APP_GROUP \
  --ip-permissions "IpProtocol=tcp,FromPort=8080,ToPort=8080,UserIdGroupPairs=[{GroupId=$WEB_GROUP}]"

# The machines.
aws ec2 run-instances --image-id ami-0abcdef1234567890 --instance-type t3.micro --count 1 \
  --subnet-id $PUBLIC --security-group-ids $WEB_GROUP --associate-public-ip-address \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web}]'
aws ec2 run-instances --image-id ami-0abcdef1234567890 --instance-type t3.micro --count 1 \
  --subnet-id $PRIVATE --security-group-ids $APP_GROUP \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app}]'

# Somebody on the internet to talk to. In AWS the internet is there already.
lab create-machine --name client --address 198.51.100.8
