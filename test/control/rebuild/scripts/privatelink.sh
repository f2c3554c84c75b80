# Substrate hosts
HOST_A=$(lab create-host --underlay 100.64.0.11 --query HostId --output text)
HOST_B=$(lab create-host --underlay 100.64.0.12 --query HostId --output text)

# VPCs
VPC_CONSUMER=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)
VPC_PROVIDER=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)

# Subnets
SUBNET_APP=$(aws ec2 create-subnet --vpc-id $VPC_CONSUMER --cidr-block 10.0.2.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_NLB=$(aws ec2 create-subnet --vpc-id $VPC_PROVIDER --cidr-block 10.0.8.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_API=$(aws ec2 create-subnet --vpc-id $VPC_PROVIDER --cidr-block 10.0.9.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)

# Security groups
SG_VPCE=$(aws ec2 create-security-group --group-name vpce --description vpce --vpc-id $VPC_CONSUMER --query GroupId --output text)
SG_API=$(aws ec2 create-security-group --group-name api --description api --vpc-id $VPC_PROVIDER --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $SG_VPCE --protocol tcp --port 443 --cidr 10.0.0.0/16
aws ec2 revoke-security-group-egress --group-id $SG_VPCE --protocol -1 --cidr 0.0.0.0/0
aws ec2 authorize-security-group-ingress --group-id $SG_API --protocol tcp --port 0-65535 --cidr 10.0.8.80/32

# Instances and network interfaces
SG_CONSUMER_DEFAULT=$(aws ec2 describe-security-groups --filters "Name=vpc-id,Values=${VPC_CONSUMER}" Name=group-name,Values=default --query 'SecurityGroups[0].GroupId' --output text)
INSTANCE_APP=$(aws ec2 run-instances --subnet-id $SUBNET_APP --private-ip-address 10.0.2.20 --security-group-ids $SG_CONSUMER_DEFAULT --placement "HostId=${HOST_A}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_API=$(aws ec2 run-instances --subnet-id $SUBNET_API --private-ip-address 10.0.9.20 --security-group-ids $SG_API --placement "HostId=${HOST_B}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=api}]' --query 'Instances[0].InstanceId' --output text)

# Target groups
TG_API=$(aws elbv2 create-target-group --name tg-api --protocol TCP --port 8443 --vpc-id $VPC_PROVIDER --target-type instance --query 'TargetGroups[0].TargetGroupArn' --output text)
aws elbv2 register-targets --target-group-arn $TG_API --targets "Id=${INSTANCE_API}"

# Gateways
NLB_API=$(aws elbv2 create-load-balancer --name nlb-api --type network --scheme internal --subnet-mappings "SubnetId=${SUBNET_NLB},PrivateIPv4Address=10.0.8.80" --query 'LoadBalancers[0].LoadBalancerArn' --output text)
aws elbv2 create-listener --load-balancer-arn $NLB_API --protocol TCP --port 443 --default-actions "Type=forward,TargetGroupArn=${TG_API}"
VPCE_SVC_API=$(aws ec2 create-vpc-endpoint-service-configuration --network-load-balancer-arns $NLB_API --acceptance-required --query ServiceConfiguration.ServiceId --output text)
VPCE_SVC_API_NAME=$(aws ec2 describe-vpc-endpoint-service-configurations --service-ids $VPCE_SVC_API --query 'ServiceConfigurations[0].ServiceName' --output text)
VPCE_API=$(aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface --vpc-id $VPC_CONSUMER --service-name $VPCE_SVC_API_NAME --subnet-ids $SUBNET_APP --subnet-configurations "SubnetId=${SUBNET_APP},Ipv4=10.0.2.77" --security-group-ids $SG_VPCE --query VpcEndpoint.VpcEndpointId --output text)
aws ec2 accept-vpc-endpoint-connections --service-id $VPCE_SVC_API --vpc-endpoint-ids $VPCE_API

# What runs on the instances
lab put-application --machine $INSTANCE_APP --application '{"records":{"api":"10.0.2.77"}}'

# The next public address
lab set-public-pool --cidr 203.0.113.0/24 --next 203.0.113.100
