using System.Collections.Immutable;
using CsCheck;
using Cutover.Core.Accounts;

namespace Cutover.Core.Tests.Accounts;

public sealed class GrantsTests
{
    private static readonly Gen<string> Playbook = Gen.OneOf(Gen.Const("one"), Gen.Const("two"), Gen.Const("three"));

    private static readonly Gen<Grants> Any = Gen.Select(Gen.Enum<Role>(), Playbook.Null(), (role, playbook) =>
        new Grant(playbook is null ? role : (Role)Math.Min((int)role, (int)Role.Operator), playbook)).Array[0, 4].Select(all => new Grants([.. all]));

    [Theory]
    [InlineData("Operator", "one", Role.Operator)]
    [InlineData("Operator:one", "one", Role.Operator)]
    [InlineData("Operator:one", "two", null)]
    [InlineData("Operator:one", "One", null)]
    [InlineData("Viewer Operator:one", "two", Role.Viewer)]
    [InlineData("Admin Viewer:one", "one", Role.Admin)]
    [InlineData("", "one", null)]
    public void The_highest_role_that_is_for_the_playbook_counts(string grants, string playbook, Role? role) =>
        Assert.Equal(role, Read(grants).For(playbook));

    [Theory]
    [InlineData("Operator", Role.Admin, "", "Operator")]
    [InlineData("Admin", Role.Viewer, "", "Viewer")]
    [InlineData("Admin", Role.Operator, "one two", "Operator:one Operator:two")]
    [InlineData("Admin", Role.Admin, "one", "Operator:one")]
    [InlineData("Operator:one Viewer:two", Role.Operator, "two", "Viewer:two")]
    [InlineData("Operator:one", Role.Operator, "two", "")]
    public void A_token_is_given_no_more_than_its_owner_and_itself(string grants, Role most, string playbooks, string left) =>
        Assert.Equal(left, string.Join(' ', Read(grants).Within(most, [.. playbooks.Split(' ', StringSplitOptions.RemoveEmptyEntries)]).All));

    [Fact]
    public void No_token_may_do_what_its_owner_may_not() => Gen.Select(Any, Gen.Enum<Role>(), Playbook.Array[0, 2], Playbook).Sample(
        (grants, most, playbooks, playbook) =>
        {
            var left = grants.Within(most, [.. playbooks]);
            Assert.False(left.For(playbook) > (grants.For(playbook) ?? (Role)(-1)));
            Assert.False(left.For(playbook) is not null && grants.For(playbook) is null);
            Assert.False(left.For(playbook) > most);
            Assert.False(left.Everywhere > (grants.Everywhere ?? (Role)(-1)));
            Assert.False(playbooks.Length > 0 && !playbooks.Contains(playbook) && left.For(playbook) is not null);
        });

    [Theory]
    [InlineData("Operator")]
    [InlineData("Viewer:with:colon")]
    public void A_grant_is_read_as_it_was_written(string text) => Assert.Equal(text, Grant.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("operator")]
    [InlineData("2")]
    [InlineData("Operator:")]
    public void What_is_no_grant_is_none(string text) => Assert.Null(Grant.Parse(text));

    private static Grants Read(string text) =>
        new([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => Grant.Parse(one)!)]);
}
