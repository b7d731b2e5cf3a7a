namespace Cutover.Core.Playbooks;

/// <summary>A family of IP addresses.</summary>
public enum IpFamily
{
    IPv4,
    IPv6,
}
