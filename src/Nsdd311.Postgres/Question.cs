using Npgsql;
using NpgsqlTypes;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>A statement and its values, each with its type; written <c>$1, $2 …</c>.</summary>
internal sealed class Question(string sql)
{
    private readonly List<Value> values = [];

    public Question(string sql, params ReadOnlySpan<Value> values) : this(sql) => this.values.AddRange(values);

    /// <summary>The text so far.</summary>
    public string Sql { get; private set; } = sql;

    /// <summary>Adds a condition that has one value, written <c>$</c>; nothing if the value is null.</summary>
    public void AndIf(string condition, Value value)
    {
        if (value.Content is null) return;

        values.Add(value);
        Sql += $" and {condition.Replace("$", $"${values.Count}", StringComparison.Ordinal)}";
    }

    /// <summary>Adds the end, which may have values of its own, each written <c>$</c> and taken in order.</summary>
    public Question Then(string end, params ReadOnlySpan<Value> more)
    {
        foreach (var value in more)
        {
            values.Add(value);
            var at = end.IndexOf("$ ", StringComparison.Ordinal);
            end = at < 0 ? throw new InvalidOperationException("A value without its place.") : $"{end[..at]}${values.Count} {end[(at + 2)..]}";
        }

        Sql += $" {end}";
        return this;
    }

    /// <summary>A command on a connection; the question may be asked again on another.</summary>
    public NpgsqlCommand On(NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(Sql, connection);
        AddTo(command.Parameters);
        return command;
    }

    /// <summary>The same as one of the commands of a batch.</summary>
    public NpgsqlBatchCommand InBatch()
    {
        var command = new NpgsqlBatchCommand(Sql);
        AddTo(command.Parameters);
        return command;
    }

    private void AddTo(NpgsqlParameterCollection parameters)
    {
        foreach (var value in values) parameters.Add(new NpgsqlParameter { Value = value.Content ?? DBNull.Value, NpgsqlDbType = value.Type });
    }
}

/// <summary>A value of a known type; content null is SQL's null.</summary>
internal readonly record struct Value(object? Content, NpgsqlDbType Type)
{
    public static implicit operator Value(string? text) => new(text, NpgsqlDbType.Text);

    public static implicit operator Value(int? number) => new(number, NpgsqlDbType.Integer);

    public static implicit operator Value(long number) => new(number, NpgsqlDbType.Bigint);

    public static implicit operator Value(byte[] bytes) => new(bytes, NpgsqlDbType.Bytea);

    public static implicit operator Value(ReadOnlyMemory<byte> bytes) => new(bytes, NpgsqlDbType.Bytea);

    public static implicit operator Value(DateTimeOffset? instant) => new(instant is { } at ? Timestamps.Of(at) : null, NpgsqlDbType.TimestampTz);

    public static Value Texts(IEnumerable<string> texts) => new(texts.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
}

/// <summary>Instants as PostgreSQL keeps them: microseconds, UTC.</summary>
internal static class Timestamps
{
    public static DateTime Of(DateTimeOffset instant) => Instants.Truncate(instant).UtcDateTime;

    public static DateTimeOffset From(DateTime stored) => new(stored);
}
