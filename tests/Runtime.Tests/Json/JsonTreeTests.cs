using System.Globalization;
using System.Linq;
using System.Threading;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Tests;

public class JsonTreeTests
{
    [Theory]
    [InlineData("", "ends", 1, 1)]
    [InlineData("  ", "ends", 1, 3)]
    [InlineData("{\n  \"a\": 1\n  \"b\": 2\n}", "',' or '}'", 3, 3)]
    [InlineData("{\"a\" 1}", "':'", 1, 6)]
    [InlineData("{\"a\":}", "a value", 1, 6)]
    [InlineData("{,}", "a name", 1, 2)]
    [InlineData("[1,,2]", "a value", 1, 4)]
    [InlineData("[1 2]", "',' or ']'", 1, 4)]
    [InlineData("{'a':1}", "a name", 1, 2)]
    [InlineData("[01]", "must not begin with 0", 1, 2)]
    [InlineData("[1.]", "a digit", 1, 4)]
    [InlineData("[1e]", "a digit", 1, 4)]
    [InlineData("[-]", "a digit", 1, 3)]
    [InlineData("[+1]", "a value", 1, 2)]
    [InlineData("[.5]", "a value", 1, 2)]
    [InlineData("[Nan]", "a value", 1, 2)]
    [InlineData("[tru]", "a value", 1, 2)]
    [InlineData("[\"\\x\"]", "escape", 1, 3)]
    [InlineData("[\"\\u12g4\"]", "escape", 1, 3)]
    [InlineData("[\"a\tb\"]", "control character (U+0009)", 1, 4)]
    [InlineData("[\"abc", "does not end", 1, 2)]
    [InlineData("[1] /* open", "comment does not end", 1, 5)]
    [InlineData("[1] / 2", "a comment", 1, 5)]
    [InlineData("[1] 2", "the end of the text", 1, 5)]
    [InlineData("{\r\n\"a\":1,\r\n \"a\":2}", "twice", 3, 2)]
    [InlineData("{\"a\":1,\"\\u0061\":2}", "twice", 1, 8)]
    public void Bad_text_is_refused_with_the_place(string text, string says, int line, int column)
    {
        JsonTree tree = JsonTree.Read(text);

        Assert.NotNull(tree.Error);
        Assert.Contains(says, tree.Error.Message, System.StringComparison.Ordinal);
        Assert.Equal((line, column), (tree.Error.Position.Line, tree.Error.Position.Column));
        Assert.True(tree.Root.IsMissing);
    }

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_read_over()
    {
        JsonTree tree = JsonTree.Read("\uFEFF// head\n{ /* one */ \"a\": [1, 2, ], // two\n}\n");

        Assert.Null(tree.Error);
        Assert.Equal(2, tree.Root["a"].Count);
    }

    [Fact]
    public void Names_and_values_know_where_they_stand()
    {
        const string Text = "{\n  \"hidden_size\": 4096,\n  \"rope\": { \"type\": \"yarn\" }\n}";
        JsonTree tree = JsonTree.Read(Text);
        JsonNode hidden = tree.Root["hidden_size"];

        Assert.Equal(new TextPosition(4, 13, 2, 3), hidden.NamePosition);
        Assert.Equal(new TextPosition(19, 4, 2, 18), hidden.Position);
        Assert.Equal("\"hidden_size\"", Text.Substring(hidden.NamePosition.Start, hidden.NamePosition.Length));
        Assert.Equal("yarn", tree.Root["rope"]["type"].AsString());
        Assert.Equal(3, tree.Root["rope"]["type"].Position.Line);
        Assert.True(tree.Root["rope"]["none"]["deeper"].IsMissing);
    }

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("0", 0L)]
    [InlineData("-0", 0L)]
    public void Whole_numbers_are_exact_to_64_bits(string text, long expected)
    {
        Assert.True(JsonTree.Read(text).Root.TryGetInt64(out long value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("99999999999999999999")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("\"1\"")]
    [InlineData("true")]
    public void What_is_no_whole_64_bit_number_is_not_made_one(string text) => Assert.False(JsonTree.Read(text).Root.TryGetInt64(out _));

    [Fact]
    public void Fractions_are_read_without_a_culture()
    {
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.True(JsonTree.Read("1.5e-5").Root.TryGetDouble(out double value));
            Assert.Equal(1.5e-5, value);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(9)]
    [InlineData(40)]
    [InlineData(1000)]
    public void A_repeated_name_is_found_in_objects_of_any_size(int names)
    {
        string members = string.Join(",", Enumerable.Range(0, names).Select(i => $"\"name_{i}\":{i}"));

        Assert.Null(JsonTree.Read("{" + members + "}").Error);
        JsonError? error = JsonTree.Read("{" + members + ",\"name_3\":0}").Error;
        Assert.Equal(members.Length + 2, error?.Position.Start);
    }

    [Fact]
    public void A_repeated_name_is_found_after_objects_inside_and_empty_ones()
    {
        Assert.NotNull(JsonTree.Read("{\"a\":{\"x\":{}},\"b\":[],\"a\":1}").Error);
        Assert.Null(JsonTree.Read("{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1},{\"a\":2}]}").Error);
    }

    [Fact]
    public void Depth_and_length_have_limits()
    {
        Assert.Null(JsonTree.Read(new string('[', 64) + new string(']', 64)).Error);
        Assert.Contains("64 levels", JsonTree.Read(new string('[', 65) + new string(']', 65)).Error!.Message,
            System.StringComparison.Ordinal);
        Assert.NotNull(JsonTree.Read(new string('[', 1_000_000)).Error);
        Assert.Contains("at most 10", JsonTree.Read("[1,2,3,4,5,6]", new JsonLimits(4, 10)).Error!.Message,
            System.StringComparison.Ordinal);
    }

    [Fact]
    public void Escapes_become_characters()
    {
        JsonNode root = JsonTree.Read("""{"a\n\u00e9\"\\\/": "\b\f\t\r\u20AC"}""").Root;

        Assert.Equal("\b\f\t\r€", root["a\né\"\\/"].AsString());
    }
}
