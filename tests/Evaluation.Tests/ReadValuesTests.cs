using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>The values read from a config, observed through its generated constants.</summary>
public class ReadValuesTests
{
    [Theory]
    [InlineData("static class", "public const long Parameters = 70_000_000_000;")]
    [InlineData("static class", "private static readonly long _parameters = 70L * 1_000_000_000;")]
    [InlineData("static class", "public static long Parameters { get; set; } = 70_000_000_000;")]
    [InlineData("static class", """
        public static long Parameters => Billions * 1_000_000_000L;
        private const int Billions = 70;
        """)]
    [InlineData("static class", "public static double ParamsB = 70;")]
    [InlineData("static class", "public const string Parameters = \"70B\";")]
    [InlineData("static class", """
        [ConfigMember(ConfigRole.Parameters, Scale = 1e9)]
        public const double Size = 70;
        """)]
    [InlineData("static class", """
        [ConfigMember(ConfigRole.None)]
        public const long Parameters = 1;
        public const long TotalParameters = 70_000_000_000;
        """)]
    [InlineData("class", "public long Parameters { get; init; } = 70_000_000_000;")]
    [InlineData("class", "public readonly long Parameters = 70 * Quantity.Billion;")]
    [InlineData("class", """
        public long Parameters;
        public Run()
        {
            this.Parameters = 70_000_000_000;
        }
        """)]
    [InlineData("class", """
        public long Parameters { get; }
        public Run() : this(70) { }
        private Run(int billions) => Parameters = billions * 1_000_000_000L;
        """)]
    [InlineData("class", """
        public long Parameters => Layers * 875_000_000L;
        public int Layers { get; init; } = 80;
        """)]
    [InlineData("class", "public long Parameters { get { return 70_000_000_000; } }")]
    [InlineData("class", "public long? Parameters { get; init; } = 70_000_000_000;")]
    [InlineData("class", "public decimal Parameters { get; init; } = 70e9m;")]
    [InlineData("class", "public float Parameters { get; init; } = 70e9f;", 70000001024L)] // the nearest float
    [InlineData("class", "public long Parameters { get; init; } = sizeof(double) == 8 ? 70_000_000_000 : 1;")]
    [InlineData("class", "public long Parameters { get; init; } = (long)System.Math.Pow(10, 9) * 70;")]
    [InlineData("class", "public System.Numerics.BigInteger Parameters { get; } = System.Numerics.BigInteger.Pow(10, 10) * 7;")]
    [InlineData("class", """
        public long Parameters { get; init; } = Size.Large switch { Size.Small => 1, Size.Large => 70_000_000_000, _ => 2 };
        private enum Size { Small, Large }
        """)]
    [InlineData("struct", "public long Parameters => 70_000_000_000;")]
    [InlineData("record", "public long Parameters { get; init; } = 70_000_000_000;")]
    [InlineData("record", "(long Parameters = 70_000_000_000);")]
    [InlineData("record struct", "(long Parameters = 70_000_000_000) { public Run() : this(70_000_000_000) { } }")]
#if AFTER_THE_FLOOR
    [InlineData("class", "(int billions = 70) { public long Parameters => billions * 1_000_000_000L; }")] // C# 12
#endif
    public async Task Parameters_are_read(string kind, string members, long expected = 70_000_000_000)
    {
        string body = members[0] == '(' ? members : "{ " + members + " }";
        var driver = await Config.Of($$"""
            [TrainingConfig]
            public {{(kind == "static class" ? "static partial class" : "partial " + kind)}} Run{{body}}
            """).Generate();
        Assert.Contains($" Parameters = {expected}L;", driver.CompilesCleanly().Sources.Values.Single(), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an interface's constant", """
        public interface ISizes
        {
            const long Large = 70_000_000_000;
        }
        [TrainingConfig]
        public partial class Run
        {
            public long Parameters => ISizes.Large;
        }
        """)]
    [InlineData("an override of an abstract member", """
        public abstract class B
        {
            public abstract long Parameters { get; }
        }
        [TrainingConfig]
        public partial class Run : B
        {
            public override long Parameters => 70_000_000_000;
        }
        """)]
    [InlineData("an override seen from the base", """
        public abstract class B
        {
            public virtual int Billions => 1;
            public long Parameters => Billions * 1_000_000_000L;
        }
        [TrainingConfig]
        public partial class Run : B
        {
            public override int Billions => 70;
        }
        """)]
    [InlineData("a member that hides another", """
        public class B
        {
            public long Parameters => 1_000_000_000;
        }
        [TrainingConfig]
        public partial class Run : B
        {
            public new long Parameters => 70_000_000_000;
        }
        """)]
    [InlineData("an argument of the base constructor", """
        public class B
        {
            protected B(long p) => Parameters = p;
            public long Parameters { get; }
        }
        [TrainingConfig]
        public partial class Run : B { public Run() : base(70_000_000_000) { } }
        """)]
    [InlineData("a base constructor, then ours", """
        public class B
        {
            public B()
            {
                Parameters = 1;
            }
            public long Parameters { get; set; }
        }
        [TrainingConfig]
        public partial class Run : B
        {
            public Run()
            {
                Parameters = 70_000_000_000;
            }
        }
        """)]
    [InlineData("a positional base record", """
        public record B(long Parameters);
        [TrainingConfig]
        public partial record Run() : B(70_000_000_000);
        """)]
    [InlineData("named arguments out of order", """
        [TrainingConfig]
        public partial class Run
        {
            public Run() : this(scale: 1_000_000_000, billions: 70) { }
            private Run(int billions, long scale = 1)
            {
                Parameters = billions * scale;
            }
            public long Parameters { get; }
        }
        """)]
    [InlineData("a field of a nested type", """
        [TrainingConfig]
        public partial class Run
        {
            public long Parameters => Sizes.Large;
            private static class Sizes
            {
                internal static readonly long Large = 70_000_000_000;
            }
        }
        """)]
    [InlineData("a member of an object", """
        public class Sizes
        {
            public long Large { get; init; }
        }
        [TrainingConfig]
        public partial class Run
        {
            private static readonly Sizes S = new() { Large = 70_000_000_000 };
            public long Parameters => S.Large;
        }
        """)]
    [InlineData("an enum's value", """
        public enum Sizes : long { Large = 70_000_000_000 }
        [TrainingConfig]
        public partial class Run
        {
            public long Parameters => (long)Sizes.Large;
        }
        """)]
    [InlineData("a generic base", """
        public class B<T>
        {
            public long Parameters { get; init; } = 70_000_000_000;
        }
        [TrainingConfig]
        public partial class Run : B<string> { }
        """)]
    [InlineData("a nested config", """
        public partial class Outer<T>
        {
            [TrainingConfig]
            public partial struct Run
            {
                public readonly long Parameters => 70_000_000_000;
            }
        }
        """)]
    [InlineData("a factory of one expression", """
        [TrainingConfig]
        public partial class Run
        {
            public long Parameters { get; } = Of(70);
            private static long Of(int billions) => billions * Quantity.Billion;
        }
        """)]
    [InlineData("a constant of another assembly", """
        [TrainingConfig]
        public partial class Run
        {
            public long Parameters => Lib.Sizes.Large;
        }
        """)]
    [InlineData("a length", """
        [TrainingConfig]
        public partial class Run
        {
            private static readonly int[] Shards = { 1, 2, 3, 4, 5, 6, 7 };
            public long Parameters => Shards.Length * 10 * Quantity.Billion;
        }
        """)]
#if AFTER_THE_FLOOR
    [InlineData("the length of a collection expression", """
        [TrainingConfig]
        public partial class Run
        {
            private static readonly int[] Shards = [1, 2, 3, 4, 5, 6, 7];
            public long Parameters => Shards.Length * 10 * Quantity.Billion;
        }
        """)]
    [InlineData("parameters of a primary constructor", """
        public class B(long p)
        {
            public long Parameters { get; } = p;
        }
        [TrainingConfig]
        public partial class Run() : B(70_000_000_000);
        """)]
#endif
    public async Task Values_are_followed_to_where_they_stand(string form, string source)
    {
        var driver = await Config.Of(source).ReferencingAssembly("Lib", """
            namespace Lib;
            public static class Sizes
            {
                public const long Large = 70_000_000_000;
            }
            """).Generate();
        Assert.Contains(" Parameters = 70000000000L;", driver.CompilesCleanly().Sources.Values.Single(), System.StringComparison.Ordinal);
        Assert.NotEmpty(form);
    }
}
