using System;
using System.Linq;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Tests;

public sealed class UnknownReasonTests
{
    public static TheoryData<string> Kinds => new(Enum.GetNames<UnknownKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_text_that_continues_a_sentence(string kind)
    {
        string text = new UnknownReason(Enum.Parse<UnknownKind>(kind), "Alpha", "Beta", "Gamma").Text;

        Assert.NotEmpty(text);
        Assert.False(char.IsUpper(text[0]) && !text.StartsWith("Alpha", StringComparison.Ordinal), text);
        Assert.DoesNotContain(text, c => c is '{' or '}');
        Assert.False(text.EndsWith('.'), text);
    }

    [Fact]
    public void No_two_kinds_have_one_text() => Assert.All(Enum.GetValues<UnknownKind>()
        .Where(kind => kind is not (UnknownKind.Unset or UnknownKind.MeansUnset or UnknownKind.GivenByReader))
        .GroupBy(UnknownTexts.Of), group => Assert.Single(group));

    [Fact]
    public void A_reason_that_lacks_an_argument_still_has_a_text() =>
        Assert.Equal("the value  does not fit ", new UnknownReason(UnknownKind.DoesNotFit).Text);

    [Fact]
    public void A_value_that_names_an_unset_one_is_itself_written()
    {
        var unset = new UnknownReason(UnknownKind.Unset, "Tokens");

        Assert.True(unset.IsUnset);
        Assert.False(unset.OfReference().IsUnset);
        Assert.Equal(unset.Text, unset.OfReference().Text);
    }
}
