using System.Net;
using Cutover.Web.Access;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Web.Tests.Access;

public sealed class SignInAttemptsTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void Five_tries_a_minute_are_admitted_from_each_address()
    {
        var attempts = new SignInAttempts(time);

        Assert.Equal(
            [true, true, true, true, true, false], Enumerable.Range(0, 6).Select(_ => attempts.Admit(IPAddress.Parse("192.0.2.1"))));
        Assert.True(attempts.Admit(IPAddress.Parse("192.0.2.2")));
        time.Advance(TimeSpan.FromSeconds(60));
        Assert.True(attempts.Admit(IPAddress.Parse("192.0.2.1")));
    }

    [Fact]
    public void The_addresses_of_one_ipv6_network_count_as_one()
    {
        var attempts = new SignInAttempts(time);

        Assert.Equal(5, Enumerable.Range(1, 20).Count(host => attempts.Admit(IPAddress.Parse($"2001:db8::{host:x}"))));
        Assert.True(attempts.Admit(IPAddress.Parse("2001:db8:0:1::1")));
    }
}
