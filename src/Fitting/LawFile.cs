using System;
using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ScalingAnalyzers;

/// <summary>Writes a fitted law as the text of a *.law.json file: id, form, coefficients, units, fitted range, source, covariance.</summary>
public static class LawFile
{
    private static readonly string[] Symbols = ["E", "A", "B", "alpha", "beta"];

    /// <summary>The law file of a fitted surface, with its covariance and the evidence of the fit.</summary>
    /// <param name="fit">The fit.</param>
    /// <returns>JSON, the same in every culture, \n line ends.</returns>
    /// <exception cref="ArgumentNullException">The fit is null.</exception>
    public static string Write(ChinchillaFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var law = fit.Law;
        return Write(law, "chinchilla", json =>
        {
            json.WriteStartObject("coefficients");
            double[] values = [law.Irreducible, law.Parameters.Coefficient, law.Tokens.Coefficient, law.Parameters.Exponent, law.Tokens.Exponent];
            for (int i = 0; i < values.Length; i++) json.WriteNumber(Symbols[i], values[i]);
            json.WriteEndObject();
            WriteUnits(json, law.Convention, withLoss: true);
            WriteCovariance(json, fit.Covariance());
            json.WriteStartObject("fit");
            json.WriteNumber("runs", fit.Runs);
            json.WriteNumber("objective", fit.Objective);
            json.WriteNumber("gradientNorm", fit.GradientNorm);
            json.WriteBoolean("certified", fit.Certificate.IsCertified);
            json.WriteEndObject();
        });
    }

    /// <summary>The law file of a fitted allocation, N = scale * C^exponent.</summary>
    /// <param name="law">The law of approach 1 or 2.</param>
    /// <returns>JSON, the same in every culture, \n line ends.</returns>
    /// <exception cref="ArgumentNullException">The law is null.</exception>
    public static string Write(PowerAllocationLaw law)
    {
        ArgumentNullException.ThrowIfNull(law);
        return Write(law, "power-allocation", json =>
        {
            json.WriteStartObject("coefficients");
            json.WriteNumber("scale", law.Scale);
            json.WriteNumber("exponent", law.Exponent);
            json.WriteEndObject();
            WriteUnits(json, law.Convention, withLoss: false);
        });
    }

    private static string Write(ScalingLaw law, string form, Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("id", law.Id);
            json.WriteString("form", form);
            json.WriteString("title", law.Title);
            body(json);
            json.WriteStartObject("fittedRange");
            WriteRange(json, "parameters", law.FittedRange.Parameters);
            WriteRange(json, "tokens", law.FittedRange.Tokens);
            WriteRange(json, "trainingFlops", law.FittedRange.TrainingFlops);
            WriteRange(json, "tokensPerParameter", law.FittedRange.TokensPerParameter);
            json.WriteEndObject();
            json.WriteStartObject("source");
            json.WriteString("authors", law.Source.Authors);
            json.WriteString("title", law.Source.Title);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan).Replace("\r\n", "\n", StringComparison.Ordinal) + "\n";
    }

    private static void WriteUnits(Utf8JsonWriter json, ParameterConvention convention, bool withLoss)
    {
        json.WriteStartObject("units");
        if (withLoss) json.WriteString("loss", "nats per token");
        json.WriteString("parameters", convention.ToString());
        json.WriteString("tokens", "tokens");
        json.WriteString("compute", "FLOPs, 6ND");
        json.WriteEndObject();
    }

    private static void WriteCovariance(Utf8JsonWriter json, double[,] covariance)
    {
        json.WriteStartObject("covariance");
        json.WriteStartArray("of");
        foreach (string symbol in Symbols) json.WriteStringValue(symbol);
        json.WriteEndArray();
        json.WriteStartArray("values");
        for (int i = 0; i < Symbols.Length; i++)
        {
            json.WriteStartArray();
            for (int j = 0; j < Symbols.Length; j++) json.WriteNumberValue(covariance[i, j]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, string name, Interval? range)
    {
        if (range is not { } known) return;
        json.WriteStartArray(name);
        json.WriteNumberValue(known.Low);
        json.WriteNumberValue(known.High);
        json.WriteEndArray();
    }
}
