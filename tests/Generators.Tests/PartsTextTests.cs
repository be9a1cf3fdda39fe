using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators.Tests;

/// <summary>A generated file in parts is the text that they make together.</summary>
public sealed class PartsTextTests
{
    private static readonly string[][] Files =
    [
        [],
        [""],
        ["a"],
        ["class C", "\n", "", "{ }\n"],
        ["", "", "x", ""],
        [.. Enumerable.Range(0, 700).Select(i => new string((char)('a' + (i % 26)), i % 5) + (i % 7 == 0 ? "\n" : ""))],
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Files.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_piece_is_that_of_the_joined_text(int file)
    {
        string joined = string.Concat(Files[file]);
        var text = Text(Files[file]);

        Assert.Equal(joined, text.ToString());
        Assert.Equal(joined.Length, text.Length);
        Assert.Equal(joined.Split('\n').Length, text.Lines.Count);
        for (int start = 0; start < joined.Length; start += 1 + (start / 3))
        {
            Assert.Equal(joined[start], text[start]);
            for (int length = 0; start + length <= joined.Length; length += 1 + (length / 2))
                Assert.Equal(joined.Substring(start, length), text.ToString(new TextSpan(start, length)));
        }
    }

    [Fact]
    public void It_has_the_checksum_and_the_encoding_of_the_joined_text()
    {
        var joined = SourceText.From(string.Concat(Files[^1]), System.Text.Encoding.UTF8);
        var text = Text(Files[^1]);

        Assert.Equal(joined.GetChecksum(), text.GetChecksum());
        Assert.Equal(joined.ChecksumAlgorithm, text.ChecksumAlgorithm);
        Assert.Equal(joined.CanBeEmbedded, text.CanBeEmbedded);
        Assert.True(joined.ContentEquals(text));
        using var written = new StringWriter();
        text.Write(written);
        Assert.Equal(joined.ToString(), written.ToString());
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 5)]
    [InlineData(4, 1)]
    [InlineData(1, -1)]
    public void A_place_outside_of_it_is_refused(int start, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Text(["ab", "cd"]).CopyTo(start, new char[8], 0, count));

    // In two texts, as the writer makes them; two of three parts are a text's own.
    private static PartsText Text(string[] parts)
    {
        var text = new TextBuilder();
        return new PartsText(new EquatableArray<EmittedText>(
            [Written(text, parts.Take(parts.Length / 2)), Written(text, parts.Skip(parts.Length / 2))]));
    }

    private static EmittedText Written(TextBuilder text, IEnumerable<string> parts)
    {
        text.Begin();
        foreach (var (part, i) in parts.Select((part, i) => (part, i)))
        {
            if (i % 3 == 0) text.Add(part);
            else text.AddOwn(part);
        }

        return text.Written();
    }
}
