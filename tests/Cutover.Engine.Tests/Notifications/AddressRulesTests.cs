using System.Net;
using Cutover.Engine.Notifications.Addresses;

namespace Cutover.Engine.Tests.Notifications;

/// <summary>Which addresses messages may be sent to.</summary>
public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("0.0.0.0", "this network")]
    [InlineData("0.255.255.255", "this network")]
    [InlineData("10.0.0.1", "private")]
    [InlineData("100.64.0.1", "shared by carriers")]
    [InlineData("100.127.255.255", "shared by carriers")]
    [InlineData("127.0.0.1", "loopback")]
    [InlineData("127.255.255.254", "loopback")]
    [InlineData("169.254.169.254", "link-local, where clouds have their metadata")]
    [InlineData("172.16.0.1", "private")]
    [InlineData("172.31.255.255", "private")]
    [InlineData("192.0.0.170", "reserved")]
    [InlineData("192.0.2.1", "documentation")]
    [InlineData("192.168.1.1", "private")]
    [InlineData("198.19.0.1", "benchmarks")]
    [InlineData("203.0.113.9", "documentation")]
    [InlineData("224.0.0.1", "multicast")]
    [InlineData("240.0.0.1", "reserved")]
    [InlineData("255.255.255.255", "reserved")]
    [InlineData("::", "unspecified")]
    [InlineData("::1", "loopback")]
    [InlineData("::7f00:1", "reserved")]
    [InlineData("::ffff:127.0.0.1", "loopback")]
    [InlineData("::ffff:169.254.169.254", "link-local, where clouds have their metadata")]
    [InlineData("::ffff:10.1.2.3", "private")]
    [InlineData("64:ff9b::7f00:1", "loopback")]
    [InlineData("64:ff9b::a9fe:a9fe", "link-local, where clouds have their metadata")]
    [InlineData("64:ff9b:1::1", "reserved")]
    [InlineData("2001::1", "reserved")]
    [InlineData("2001:db8::1", "documentation")]
    [InlineData("2002:7f00:1::", "6to4")]
    [InlineData("fc00::1", "unique local")]
    [InlineData("fd00:ec2::254", "unique local")]
    [InlineData("fe80::1", "link-local")]
    [InlineData("fe80::1%1", "link-local")]
    [InlineData("fec0::1", "reserved")]
    [InlineData("ff02::1", "multicast")]
    public void Special_addresses_are_refused_with_what_they_are(string address, string kind) =>
        Assert.Equal(kind, Rules().Refusal(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("169.253.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("64:ff9b::101:101")]
    public void Public_addresses_are_not(string address) => Assert.Null(Rules().Refusal(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("10.2.0.1", false)]
    [InlineData("fd00::5", true)]
    [InlineData("fd01::5", false)]
    public void What_the_settings_allow_is_let_through_and_nothing_beside_it(string address, bool isAllowed)
    {
        var (rules, parsed) = (Rules("10.1.0.0/16", "fd00::/16"), IPAddress.Parse(address));

        Assert.Equal((isAllowed, isAllowed), (rules.Refusal(parsed) is null, rules.IsAllowed(parsed)));
    }

    private static AddressRules Rules(params string[] allowed) => new([.. allowed.Select(network => IPNetwork.Parse(network))]);
}
