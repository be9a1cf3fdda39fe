using System;
using System.Linq;

namespace ScalingAnalyzers.Testing.Tests;

public class MarkupTests
{
    [Theory]
    [InlineData("plain", "plain", "")]
    [InlineData("a[|b|]c", "abc", "_1-2")]
    [InlineData("{|A1:x {|B2:y|}|}z", "x yz", "A1:0-3 B2:2-3")]
    [InlineData("{|A1:[|x|]|}", "x", "_0-1 A1:0-1")]
    [InlineData("a[||]b{|A1:|}", "ab", "_1-1 A1:2-2")]
    [InlineData("x is { } | y || z[0] {|}", "x is { } | y || z[0] {|}", "")]
    [InlineData("$$\"\"\"", "$$\"\"\"", "")]
    public void Marks_are_read_and_taken_out(string marked, string text, string spans)
    {
        Markup markup = Markup.Parse(marked);
        Assert.Equal(text, markup.Text);
        var named = markup.Spans.Select(mark => $"{(mark.Id is null ? "_" : mark.Id + ":")}{mark.Span.Start}-{mark.Span.End}");
        Assert.Equal(spans.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), named.Order());
    }

    [Theory]
    [InlineData("a[|b")]
    [InlineData("ab|]")]
    [InlineData("{|A1:b|]")]
    [InlineData("[|b|}")]
    public void Marks_that_do_not_pair_are_refused(string marked) => Assert.Throws<FormatException>(() => Markup.Parse(marked));

    [Fact]
    public void The_caret_is_taken_out_where_it_is_looked_for()
    {
        Markup markup = Markup.Parse("a$$b[|c|]", withCaret: true);
        Assert.Equal(("abc", 1), (markup.Text, markup.Caret));
        Assert.Throws<FormatException>(() => Markup.Parse("$$a$$", withCaret: true));
    }
}
