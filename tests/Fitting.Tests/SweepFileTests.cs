using System.Linq;
using ScalingAnalyzers.Fitting;

namespace ScalingAnalyzers.Tests;

/// <summary>Tables of runs.</summary>
public class SweepFileTests
{
    [Theory]
    [InlineData("params,tokens,loss\n70B,1.4T,1.94")]
    [InlineData("Model Size;Training FLOP;Final_Loss\n7e10;5.88e23;1.94")]
    [InlineData("\n\"N\"\t\"D\"\t\"val loss\"\r\n\"70000000000\"\t1.4e12\t1.94\r\n")]
    public void Columns_go_by_name_in_any_of_three_separators(string text)
    {
        var file = SweepFile.Parse(text);

        Assert.Empty(file.Problems);
        Assert.Equal(new SweepRun(7e10, 1.4e12, 1.94), Assert.Single(file.Runs) with { Line = null });
    }

    [Fact]
    public void Groups_annealing_and_weights_are_read_where_they_are()
    {
        var run = Assert.Single(SweepFile.Parse("run_name,n,d,loss,annealed,weight\n\"a, b\",1e8,2e9,3.5,true,2").Runs);

        Assert.Equal(new SweepRun(1e8, 2e9, 3.5) { Group = "a, b", IsAnnealed = true, Weight = 2, Line = 2 }, run);
    }

    [Theory]
    [InlineData("1e8,2e9,nan", "line 3: loss is 'nan', no positive number")]
    [InlineData("1e8,,3.5", "line 3: tokens is '', no positive number")]
    [InlineData("-1,2e9,3.5", "line 3: parameters is '-1', no positive number")]
    [InlineData("1e8,2e9,3,5", "line 3: the row has 4 cells and the head line 3; a decimal comma is read as the end of a cell")]
    [InlineData("1e8,2e9", "line 3: the row has 2 cells and the head line 3")]
    [InlineData("1e8,2e9,\"3,5\"", "line 3: loss is '3,5', no positive number; expected a decimal point, such as 3.5")]
    [InlineData("370,2e9,3.5",
        "line 3: parameters is '370'; expected the full count, such as 370M, or the unit in the head line, such as 'parameters (M)'")]
    public void A_bad_row_is_named_by_its_line(string row, string problem)
    {
        var file = SweepFile.Parse("n,d,loss\n1e8,2e9,3.5\n" + row + "\n2e8,2e9,3.4\n");

        Assert.Equal(2, file.Runs.Count);
        Assert.Equal(problem, Assert.Single(file.Problems).ToString());
    }

    // The smallest model of Kaplan et al. 2020 has 768 parameters without embeddings.
    [Theory]
    [InlineData("n,d,loss\n768,2e7,5.5\n")]
    [InlineData("n,d,loss\n1e8,2e9,3.5,\n")] // a comma after the last cell
    public void A_row_that_people_have_is_read(string text) => Assert.Empty(SweepFile.Parse(text).Problems);

    [Fact]
    public void Two_columns_of_one_name_are_refused() => Assert.Equal(
        "The column 'Loss' occurs twice in the head line; rename one of them.",
        Assert.Throws<FitRefusedException>(() => SweepFile.Parse("n,d,Loss,loss\n1e8,2e9,3.5,3.4")).Message);

    [Fact]
    public void The_sample_has_the_published_ladder()
    {
        string folder = System.IO.Path.Combine(Facts.RepositoryRoot, "samples", "PredictTheBigRun");
        SweepFile ladder = SweepFile.Read(System.IO.Path.Combine(folder, "ladder.csv"));

        Assert.Empty(ladder.Problems);
        Assert.Equal(OlmoLadder.Ladder.Select(run => run.Loss), ladder.Runs.Select(run => run.Loss));
        Assert.Equal(OlmoLadder.Ladder.Select(run => run.Parameters), ladder.Runs.Select(run => run.Parameters));
        Assert.Equal(
            OlmoLadder.Targets.Select(run => run.Loss),
            SweepFile.Read(System.IO.Path.Combine(folder, "targets.csv")).Runs.Select(run => run.Loss));
    }

    [Fact]
    public void A_perplexity_is_no_loss() => Assert.EndsWith(
        " 'eval_ppl' is a perplexity: the loss is its natural logarithm.",
        Assert.Throws<FitRefusedException>(() => SweepFile.Parse("n,d,eval_ppl\n1e8,2e9,12.3")).Message, System.StringComparison.Ordinal);

    [Fact]
    public void Of_an_export_with_many_columns_sixteen_are_listed()
    {
        string head = string.Join(",", Enumerable.Range(1, 200).Select(i => "metric" + i));

        string message = Assert.Throws<FitRefusedException>(() => SweepFile.Parse(head + "\n1")).Message;

        Assert.StartsWith("The columns metric1, metric2, ", message, System.StringComparison.Ordinal);
        Assert.Contains(", metric16 and 184 more have no parameters and no tokens or flops and no loss;", message,
            System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_refused_with_those_that_are_there() => Assert.Equal(
        "The columns n, epochs, loss have no tokens or flops; name a column 'tokens', or give the column that is meant: tokens=NAME.",
        Assert.Throws<FitRefusedException>(() => SweepFile.Parse("n,epochs,loss\n1,2,3")).Message);
}
